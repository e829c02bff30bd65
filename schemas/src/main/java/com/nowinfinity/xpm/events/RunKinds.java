package com.nowinfinity.xpm.events;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** What the kinds of a run add up to. */
@NullMarked
public final class RunKinds {

    private static final Set<RunKind> ALL = EnumSet.complementOf(EnumSet.of(RunKind.UNKNOWN));

    private RunKinds() {}

    /** Whether a run of these kinds is one over everything: none is named, or all are. */
    public static boolean areEverything(Collection<RunKind> kinds) {
        return kinds.isEmpty() || kinds.containsAll(ALL);
    }
}
