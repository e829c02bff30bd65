package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.worker.dispatch.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/** How this worker's work stands, as metrics; docs/metrics.md says what they mean. */
final class WorkMeters implements MeterBinder {

    private final Supplier<Standing> work;

    WorkMeters(Supplier<Standing> work) {
        this.work = work;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("work.waiting", () -> work.get().waiting()).register(meters);
        Gauge.builder("work.parked", () -> work.get().parked()).register(meters);
        Gauge.builder("work.still.seconds", () -> work.get().still().toSeconds())
                .register(meters);
    }
}
