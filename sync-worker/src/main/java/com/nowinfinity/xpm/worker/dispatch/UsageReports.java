package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.worker.dispatch.Dispatcher.Tools;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells now and then what is used and what waits, whenever that has changed; one that does not get out is followed by another. */
final class UsageReports {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private record Told(Usage usage, int waiting, int parked) {}

    private final String businessId;
    private final Tools tools;
    private final Line line;
    private @Nullable Told last;
    private Instant reportedAt = Instant.EPOCH;

    UsageReports(String businessId, Tools tools, Line line) {
        this.businessId = businessId;
        this.tools = tools;
        this.line = line;
    }

    void report(Gate gate) {
        String tenantId = tools.stores().connections().of(businessId).tenantId();
        if (tenantId == null) {
            return;
        }
        Told now = new Told(gate.usage(tenantId), line.waiting(), line.parked());
        due(now).ifPresent(at -> publish(now, at));
    }

    private synchronized Optional<Instant> due(Told told) {
        Instant now = tools.gate().clock().instant();
        if (told.equals(last) || now.isBefore(reportedAt.plus(BETWEEN_REPORTS))) {
            return Optional.empty();
        }
        last = told;
        reportedAt = now;
        return Optional.of(now);
    }

    private void publish(Told told, Instant at) {
        Usage usage = told.usage();
        try {
            tools.events()
                    .publish(
                            Topics.USAGE_REPORTED,
                            UsageReported.newBuilder()
                                    .setEventId(tools.gate().ids().get())
                                    .setBusinessId(businessId)
                                    .setOccurredAt(at)
                                    .setMinuteLeft(usage.minuteLeft())
                                    .setDayLeft(usage.dayLeft())
                                    .setCalls(usage.calls())
                                    .setBytes(usage.bytes())
                                    .setWaiting(told.waiting())
                                    .setParked(told.parked())
                                    .setRetryAt(usage.retryAt())
                                    .build());
        } catch (BrokerUnavailableException e) {
            synchronized (this) {
                last = null;
            }
        }
    }
}
