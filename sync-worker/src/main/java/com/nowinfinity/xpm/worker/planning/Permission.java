package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which differences may be written (domain 1.1): what NowInfinity changed since the base and XPM did not. A person's
 * push may also fill what XPM has blank; a change that is followed keeps away from whatever is an open discrepancy.
 */
public final class Permission {

    private final Base base;
    private final Set<String> accepted;
    private final boolean asked;
    private final @Nullable Set<String> decided;
    private final @Nullable Set<String> only;

    /** @param asked true when a person asked for this write, false when it follows a change by itself */
    public Permission(Base base, Set<String> accepted, boolean asked) {
        this(base, accepted, asked, null, null);
    }

    private Permission(
            Base base, Set<String> accepted, boolean asked, @Nullable Set<String> decided, @Nullable Set<String> only) {
        this.decided = decided;
        this.only = only;
        this.base = base;
        this.accepted = accepted;
        this.asked = asked;
    }

    /** A person has looked at both values and decided: these fields are written whoever moved, and no others. */
    public static Permission decided(Set<String> fields) {
        return new Permission(Base.NONE, Set.of(), true, Set.copyOf(fields), null);
    }

    /** The same, and nothing but these fields. */
    public Permission only(Set<String> fields) {
        return new Permission(base, accepted, asked, decided, Set.copyOf(fields));
    }

    public boolean allows(FieldDifference difference) {
        String field = difference.field();
        if (only != null && (field == null || !only.contains(field))) {
            return false;
        }
        if (decided != null) {
            return field != null && decided.contains(field);
        }
        // Where another app writes too, ours is not written a third time (domain 1.7).
        boolean foughtOver = difference.kind() == DifferenceKind.ANOTHER_APP_CHANGES;
        if (field == null || accepted.contains(field) || foughtOver) {
            return false;
        }
        return switch (difference.changedBy()) {
            case NOWINFINITY -> asked || !base.locked().contains(field);
            case UNKNOWN -> asked && difference.theirs() == null;
            case XPM, BOTH -> false;
        };
    }
}
