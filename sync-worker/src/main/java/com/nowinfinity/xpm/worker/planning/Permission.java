package com.nowinfinity.xpm.worker.planning;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.util.Set;

/**
 * Which differences may be written (domain 1.1): what NowInfinity changed since the base and XPM did not. A person's
 * push may also fill what XPM has blank; a change that is followed keeps away from whatever is an open discrepancy.
 */
public final class Permission {

    private final Base base;
    private final Set<String> accepted;
    private final boolean asked;

    /** @param asked true when a person asked for this write, false when it follows a change by itself */
    public Permission(Base base, Set<String> accepted, boolean asked) {
        this.base = base;
        this.accepted = accepted;
        this.asked = asked;
    }

    public boolean allows(FieldDifference difference) {
        String field = difference.field();
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
