package com.nowinfinity.xpm.connector.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.events.EventClasses;
import com.nowinfinity.xpm.events.Settings;
import com.nowinfinity.xpm.events.WriteOn;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static {
        EventClasses.trust();
    }

    @ParameterizedTest
    @CsvSource({
        "0 2 * * *, true",
        "0 0 2 * * MON-FRI, true",
        "*/15 * * * *, true",
        "@daily, true",
        "nightly, false",
        "0 25 * * *, false",
        "'', false",
        "0 0 2 * * * *, false"
    })
    void takesCronExpressionsOfFiveAndSixFields(String schedule, boolean fits) {
        Settings settings = Settings.newBuilder().setSchedule(schedule).build();
        if (fits) {
            assertThat(SettingsRules.checked(settings, NOW).getSchedule()).isEqualTo(schedule);
        } else {
            assertThatThrownBy(() -> SettingsRules.checked(settings, NOW)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void takesAbsentForTheDefault() {
        Settings settings = Settings.newBuilder().setWriteOn(WriteOn.UNKNOWN).build();

        assertThat(SettingsRules.checked(settings, NOW).getWriteOn()).isEqualTo(WriteOn.ACCEPTED);
    }
}
