package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.RunKinds;
import java.util.List;

/** Which kinds a run compares; none named means all, and so does each of them. */
public record RunScope(List<RunKind> kinds) {

    public boolean isEverything() {
        return RunKinds.areEverything(kinds);
    }

    public boolean holds(EntityKind kind) {
        return isEverything() || kinds.contains(runKind(kind));
    }

    private static RunKind runKind(EntityKind kind) {
        return switch (kind) {
            case COMPANY -> RunKind.COMPANIES;
            case TRUST -> RunKind.TRUSTS;
            case SUPER_FUND -> RunKind.SUPER_FUNDS;
            case INDIVIDUAL, SOLE_TRADER, PARTNERSHIP, OTHER, UNKNOWN -> RunKind.INDIVIDUALS;
        };
    }
}
