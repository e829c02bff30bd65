package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException.Limit;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The refusals of a strict XPM, as the port names them. */
class SimulatedLimitsIT {

    @ParameterizedTest
    @CsvSource({"2, 100, MINUTE", "100, 2, DAY"})
    void areNamed(int perMinute, int perDay, Limit limit) throws Exception {
        try (SimulatedXero xero = new SimulatedXero(new Limits(perMinute, 5, perDay, 100, Duration.ofMinutes(1)))) {
            xero.xpm.listStaff(xero.call);
            xero.xpm.listStaff(xero.call);

            Throttled throttled = catchThrowableOfType(Throttled.class, () -> xero.xpm.listStaff(xero.call));

            Allowance left = throttled.allowance();
            assertThat(throttled.limit()).isEqualTo(limit);
            assertThat(throttled.retryAfter()).isPositive();
            assertThat(limit == Limit.DAY ? left.dayLeft() : left.minuteLeft()).isZero();
        }
    }

    @Test
    void areNeverTriedAgainByThePort() throws Exception {
        try (SimulatedXero xero = new SimulatedXero(new Limits(1, 5, 100, 100, Duration.ofMinutes(1)))) {
            xero.xpm.listStaff(xero.call);

            assertThat(catchThrowableOfType(Throttled.class, () -> xero.xpm.listStaff(xero.call)))
                    .isNotNull();

            assertThat(xero.simulator.history()).hasSize(2);
        }
    }
}
