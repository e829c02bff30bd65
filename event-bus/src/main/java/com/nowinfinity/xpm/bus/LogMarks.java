package com.nowinfinity.xpm.bus;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Whose work a thread does, in each of its log lines: ids, and nothing of anybody. Set where work begins; when it ends,
 * what was there before is there again.
 *
 * @param businessId null leaves what is there, as for the others
 */
public record LogMarks(
        @Nullable String businessId,
        @Nullable String eventId,
        @Nullable String runId) {

    /** Names in logs, as in events. */
    public static final String BUSINESS_ID = "businessId";

    public static final String EVENT_ID = "eventId";
    public static final String RUN_ID = "runId";

    public static LogMarks of(ReceivedEvent received) {
        return new LogMarks(received.businessId(), received.eventId(), runOf(received));
    }

    /** What these have in common. */
    public static LogMarks of(Iterable<ReceivedEvent> batch) {
        LogMarks common = null;
        for (ReceivedEvent received : batch) {
            LogMarks one = of(received);
            common = common == null ? one : common.with(one);
        }
        return common == null ? new LogMarks(null, null, null) : common;
    }

    private LogMarks with(LogMarks other) {
        return new LogMarks(same(businessId, other.businessId), same(eventId, other.eventId), same(runId, other.runId));
    }

    private static @Nullable String same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other) ? one : null;
    }

    private static @Nullable String runOf(ReceivedEvent received) {
        Schema.Field field = received.event().getSchema().getField(RUN_ID);
        Object runId = field == null ? null : received.event().get(field.pos());
        return runId == null || runId.toString().isEmpty() ? null : runId.toString();
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public <T> T call(Supplier<T> work) {
        Map<String, @Nullable String> before = new HashMap<>();
        mark(BUSINESS_ID, businessId, before);
        mark(EVENT_ID, eventId, before);
        mark(RUN_ID, runId, before);
        try {
            return work.get();
        } finally {
            before.forEach(LogMarks::set);
        }
    }

    private static void mark(String name, @Nullable String value, Map<String, @Nullable String> before) {
        if (value != null) {
            before.put(name, MDC.get(name));
            set(name, value);
        }
    }

    private static void set(String name, @Nullable String value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
