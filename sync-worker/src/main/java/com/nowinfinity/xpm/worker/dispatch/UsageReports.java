package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells now and then what is used and what waits, whenever that has changed, and at the end how it has remained; one that
 * does not get out is followed by another.
 */
final class UsageReports {

    private static final Logger LOG = LoggerFactory.getLogger(UsageReports.class);

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private record Told(Usage usage, int waiting, int parked) {}

    private final String businessId;
    private final Shared shared;
    private final Line line;
    private @Nullable Told last;
    private Instant reportedAt = Instant.EPOCH;
    private boolean comesLater;

    UsageReports(String businessId, Shared shared, Line line) {
        this.businessId = businessId;
        this.shared = shared;
        this.line = line;
    }

    /** Nothing depends on it: where it fails, the next one tells. */
    void report(Gate gate) {
        try {
            tell(gate);
        } catch (RuntimeException e) {
            LOG.debug("What {} uses is told later: {}", businessId, e.toString());
            synchronized (this) {
                last = null;
            }
        }
    }

    private void tell(Gate gate) {
        String tenantId = shared.tools().stores().connections().of(businessId).tenantId();
        // Another worker that has the business by now tells of it otherwise.
        if (tenantId == null || line.isClosed()) {
            return;
        }
        Told now = new Told(gate.usage(tenantId), line.waiting(), line.parked());
        due(now, gate).ifPresent(at -> publish(now, at));
    }

    private synchronized Optional<Instant> due(Told told, Gate gate) {
        Instant now = shared.tools().gate().clock().instant();
        if (told.equals(last)) {
            return Optional.empty();
        }
        Instant next = reportedAt.plus(BETWEEN_REPORTS);
        if (now.isBefore(next)) {
            if (!comesLater) {
                comesLater = true;
                shared.alarm().after(Duration.between(now, next), () -> later(gate));
            }
            return Optional.empty();
        }
        last = told;
        reportedAt = now;
        return Optional.of(now);
    }

    /** Not on the alarm's thread, for a report waits for the broker. */
    private void later(Gate gate) {
        synchronized (this) {
            comesLater = false;
        }
        try {
            shared.threads().start(() -> report(gate));
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is not told any more: the worker is stopping", businessId);
        }
    }

    private void publish(Told told, Instant at) {
        Usage usage = told.usage();
        shared.tools()
                .events()
                .publish(
                        Topics.USAGE_REPORTED,
                        UsageReported.newBuilder()
                                .setEventId(shared.tools().gate().ids().get())
                                .setBusinessId(businessId)
                                .setOccurredAt(at)
                                .setMinuteLeft(usage.minuteLeft())
                                .setDayLeft(usage.dayLeft())
                                .setCalls(usage.calls())
                                .setBytes(usage.bytes())
                                .setWaiting(told.waiting())
                                .setParked(told.parked())
                                .setRetryAt(usage.retryAt())
                                .setReason(usage.reason())
                                .build());
    }
}
