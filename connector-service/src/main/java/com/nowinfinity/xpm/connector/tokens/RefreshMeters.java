package com.nowinfinity.xpm.connector.tokens;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How refreshes of tokens ended, as a metric; docs/metrics.md says what it means. There from the start with zero. */
final class RefreshMeters {

    private static final String NAME = "connection.refreshes";
    private static final String OUTCOME = "outcome";

    private final Counter granted;
    private final Counter refused;
    private final Counter failed;

    RefreshMeters(MeterRegistry meters) {
        granted = meters.counter(NAME, OUTCOME, "granted");
        refused = meters.counter(NAME, OUTCOME, "refused");
        failed = meters.counter(NAME, OUTCOME, "failed");
    }

    TokenAnswer counted(TokenAnswer answer) {
        Counter counter = switch (answer) {
            case TokenAnswer.Granted _granted -> granted;
            case TokenAnswer.Refused _refused -> refused;
            case TokenAnswer.Failed _failed -> failed;
        };
        counter.increment();
        return answer;
    }
}
