package com.nowinfinity.xpm.access;

import org.jspecify.annotations.Nullable;

/** A service's own translation of an exception that others throw; asked before the general one. */
@FunctionalInterface
public interface ProblemSource {

    /** @return null where the exception is none of ours */
    @Nullable
    ProblemException problemOf(Throwable error);
}
