package com.nowinfinity.xpm.simulator.journal;

import com.nowinfinity.xpm.simulator.identity.IdentityChange;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Doubled;
import com.nowinfinity.xpm.simulator.organisation.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one step: all of it is kept or none.
 *
 * @param tenantId whose changes these are
 */
public record JournalLine(
        @Nullable String tenantId,
        List<Change> changes,
        List<IdentityChange> identity,
        @Nullable CallRecord call,
        List<Doubled> doubled) {

    public static JournalLine ofOrganisation(String tenantId, List<Change> changes) {
        return new JournalLine(tenantId, changes, List.of(), null, List.of());
    }

    public static JournalLine ofIdentity(List<IdentityChange> changes) {
        return new JournalLine(null, List.of(), changes, null, List.of());
    }
}
