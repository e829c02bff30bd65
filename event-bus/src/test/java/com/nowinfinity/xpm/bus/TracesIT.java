package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracesIT {

    private static TestBus bus;
    private static Tracer tracer;

    @BeforeAll
    static void start() {
        bus = TestBus.owner();
        tracer = bus.bean(Tracer.class);
    }

    @AfterAll
    static void stop() {
        bus.close();
    }

    @Test
    void goOnWhereTheEventIsHandled() {
        Map<String, Map<String, String>> handled = new ConcurrentHashMap<>();
        Map<String, String> traces = new ConcurrentHashMap<>();
        bus.subscribe(
                "traces",
                List.of(ENTITY_CHANGED),
                batch -> batch.forEach(event -> {
                    traces.put(event.businessId(), String.valueOf(event.trace()));
                    handled.put(event.businessId(), Objects.requireNonNull(MDC.getCopyOfContextMap()));
                }));

        Span request = tracer.nextSpan().name("a request").start();
        try (Tracer.SpanInScope scope = tracer.withSpan(request)) {
            assertThat(scope).isNotNull();
            bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-traced", 1));
        } finally {
            request.end();
        }

        await().until(() -> handled.containsKey("b-traced"));
        assertThat(traces.get("b-traced")).contains(request.context().traceId());
        assertThat(handled.get("b-traced"))
                .containsEntry("businessId", "b-traced")
                .containsEntry("traceId", request.context().traceId())
                .containsKey("eventId");
    }

    @Test
    void areNotInventedForWhatIsPublishedInNone() {
        Map<String, String> traces = new ConcurrentHashMap<>();
        bus.subscribe(
                "no-traces",
                List.of(ENTITY_CHANGED),
                batch -> batch.forEach(event -> traces.put(event.businessId(), String.valueOf(event.trace()))));

        bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-untraced", 1));

        await().until(() -> traces.containsKey("b-untraced"));
        assertThat(traces.get("b-untraced")).isEqualTo("null");
    }
}
