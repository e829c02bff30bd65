package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.events.ConnectionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Connections that came to need a person, as a metric; docs/metrics.md says what it means. There from the start with
 * zero: an alert sees no increase of what begins with one.
 */
final class ConnectionMeters {

    private final MeterRegistry meters;

    ConnectionMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Diagnosis diagnosis : Diagnosis.values()) {
            lost(diagnosis);
        }
    }

    private Counter lost(Diagnosis cause) {
        return meters.counter("connection.lost", "cause", cause.name());
    }

    void changed(Connection before, Connection after) {
        boolean required = after.state() == ConnectionState.RECONNECT_REQUIRED;
        Diagnosis cause = after.problem();
        if (required && before.state() != ConnectionState.RECONNECT_REQUIRED && cause != null) {
            lost(cause).increment();
        }
    }
}
