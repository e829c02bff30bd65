package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.api.http.CallObserver;
import io.micrometer.core.instrument.MeterRegistry;

/** Calls to Practice Manager as metrics; docs/metrics.md says what they mean. */
final class CallMeters implements CallObserver {

    private final MeterRegistry meters;

    CallMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void ended(EndedCall call) {
        meters.timer("xpm.calls", "operation", call.operation(), "outcome", call.outcome())
                .record(call.took());
        meters.counter("xpm.bytes", "operation", call.operation()).increment((double) call.bytes());
    }
}
