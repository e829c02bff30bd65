package com.nowinfinity.xpm.simulator.gateway;

import com.nowinfinity.xpm.simulator.journal.Journal;
import com.nowinfinity.xpm.simulator.journal.JournalLine;
import com.nowinfinity.xpm.simulator.judge.CallRecord;
import com.nowinfinity.xpm.simulator.judge.Doubled;
import com.nowinfinity.xpm.simulator.judge.History;
import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.wire.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calls and what they did into journal and history together, under one number. Thread-safe. */
public final class Ledger {

    private final Journal journal;
    private final History history;

    public Ledger(Journal journal, History history) {
        this.journal = journal;
        this.history = history;
    }

    /** How a call ended: with an effect, or with a problem. */
    record Ending(
            int status,
            boolean counted,
            @Nullable String effect,
            @Nullable String problem,
            @Nullable String fault) {}

    synchronized void call(
            Request request,
            Instant at,
            @Nullable String tenantId,
            Ending ending,
            List<Change> changes,
            List<Doubled> doubled) {
        CallRecord call = new CallRecord(
                history.nextNumber(),
                at,
                request.method(),
                request.path(),
                request.query(),
                tenantId,
                ending.status(),
                ending.counted(),
                ending.effect(),
                ending.problem(),
                ending.fault());
        journal.append(new JournalLine(tenantId, changes, List.of(), call, doubled));
        history.add(call, doubled);
    }
}
