package com.nowinfinity.xpm.bus.wiring;

import com.nowinfinity.xpm.bus.Traces;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Traces by whichever tracer Spring Boot has set up. */
final class MicrometerTraces implements Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    MicrometerTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carried = new HashMap<>();
        propagator.inject(span.context(), carried, (_carrier, name, value) -> carried.put(name, value));
        return carried.get(HEADER);
    }

    @Override
    public <T> T continuing(@Nullable String traceparent, String what, Supplier<T> work) {
        if (traceparent == null) {
            return work.get();
        }
        Span span = propagator
                .extract(traceparent, (carried, name) -> name.equals(HEADER) ? carried : null)
                .name(what)
                .kind(Span.Kind.CONSUMER)
                .start();
        Tracer.SpanInScope scope = tracer.withSpan(span);
        try {
            return work.get();
        } catch (RuntimeException e) {
            span.error(e);
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }
}
