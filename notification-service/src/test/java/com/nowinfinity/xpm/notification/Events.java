package com.nowinfinity.xpm.notification;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Events of one business, one second after the other. */
final class Events {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    final String businessId = "b-" + UUID.randomUUID();
    private final AtomicInteger seconds = new AtomicInteger();

    ReportPublished report(String reportId, String requestedBy) {
        return ReportPublished.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setReportId(reportId)
                .setRunId("r-" + reportId)
                .setCounts(List.of(new Count("field-differs", 3L)))
                .setRequestedBy(requestedBy)
                .build();
    }

    SyncFinished finished(String runId, RunEnd end) {
        return SyncFinished.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRunId(runId)
                .setState(end)
                .setCompared(7)
                .setRequestedBy("u-1")
                .build();
    }

    SyncProgressed progressed(String runId, String phase, long done) {
        return SyncProgressed.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setRunId(runId)
                .setPhase(phase)
                .setDone(done)
                .setTotal(200)
                .build();
    }

    ConnectionChanged reconnect(long epoch, long revision) {
        return ConnectionChanged.newBuilder()
                .setEventId(id())
                .setBusinessId(businessId)
                .setOccurredAt(next())
                .setEpoch(epoch)
                .setRevision(revision)
                .setState(ConnectionState.RECONNECT_REQUIRED)
                .build();
    }

    private Instant next() {
        return START.plusSeconds(seconds.incrementAndGet());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
