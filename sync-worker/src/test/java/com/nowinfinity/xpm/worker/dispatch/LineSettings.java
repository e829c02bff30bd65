package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;

/** The settings of a line of which a test says no more than what it remembers, and how much it does together. */
final class LineSettings {

    private LineSettings() {}

    static DispatchSettings of(int together, int records) {
        return new DispatchSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                together,
                records,
                100,
                1,
                new PushSettings(true, true, false, 10, Duration.ofSeconds(5)));
    }
}
