package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.api.http.CallObserver;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A span for each call to Practice Manager, in the trace of the work that makes it; nothing of it is sent to Xero. */
final class CallSpans implements CallObserver {

    private final Tracer tracer;
    private final InstantSource clock;

    CallSpans(Tracer tracer, InstantSource clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    @Override
    public void ended(EndedCall call) {
        Span working = tracer.currentSpan();
        if (working == null) {
            return;
        }
        long end = clock.millis();
        tracer.spanBuilder()
                .setParent(working.context())
                .name("xpm " + call.operation())
                .kind(Span.Kind.CLIENT)
                .tag("outcome", call.outcome())
                .tag("status", call.status())
                .startTimestamp(end - call.took().toMillis(), TimeUnit.MILLISECONDS)
                .start()
                .end(end, TimeUnit.MILLISECONDS);
    }
}
