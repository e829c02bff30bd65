package com.nowinfinity.xpm.worker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException.Limit;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.UsageReported;
import com.nowinfinity.xpm.worker.simulation.Faults.Fate;
import com.nowinfinity.xpm.worker.simulation.Script.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people are told of why nothing is sent, and until when. */
class UsageTest {

    private static final String BUSINESS = "harbour";

    private final SimWorld world = new SimWorld(1);

    @Test
    void tellsThatTheDayIsUsedUpAndWhenItGoesOn() {
        // More creates than a day allows.
        world.script.busy(List.of(BUSINESS), 40, 1);

        world.run().verify();

        // Before and after, what is left is kept for people.
        List<UsageReported> held = held().stream()
                .filter(report -> report.getReason().getCode().equals("day-used-up"))
                .toList();
        assertThat(held).isNotEmpty().allSatisfy(report -> {
            assertThat(report.getDayLeft()).isZero();
            assertThat(Objects.requireNonNull(report.getRetryAt())).isAfter(report.getOccurredAt());
        });
        Instant goesOn = Objects.requireNonNull(held.getFirst().getRetryAt());
        assertThat(world.judge.departures(Script.tenantOf(BUSINESS))).anyMatch(call -> !call.isBefore(goesOn));
    }

    @Test
    void tellsThatTheRestOfTheDayIsKeptForPeople() {
        Subject company = pushed();
        for (int version = 2; version < 60; version++) {
            world.script.later(Duration.ofMinutes(5));
            world.script.change(company, version, ChangeCause.CORPORATE_MESSENGER);
        }

        world.run().verify();

        assertThat(held()).isNotEmpty().allSatisfy(report -> {
            assertThat(report.getReason().getCode()).isEqualTo("kept-for-people");
            assertThat(report.getDayLeft()).isPositive();
            assertThat(Objects.requireNonNull(report.getRetryAt())).isAfter(report.getOccurredAt());
        });
    }

    @Test
    void tellsThatXpmHasAskedToWait() {
        pushed();
        world.faults.retryAfter = Duration.ofHours(18);
        world.faults.plan(Fate.THROTTLED);

        world.run().verify();

        assertThat(held())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.getReason().getCode()).isEqualTo("throttled"));
        assertThat(reports().getLast().getRetryAt()).isNull();
        assertThat(reports().getLast().getReason()).isNull();
    }

    @Test
    void tellsThatXpmHasAskedTheWholeAppToWait() {
        pushed();
        world.faults.retryAfter = Duration.ofMinutes(10);
        world.faults.limit = Limit.APP_MINUTE;
        world.faults.plan(Fate.THROTTLED);

        world.run().verify();

        assertThat(held())
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.getReason().getText()).contains("all of this app's customers"));
        assertThat(reports().getLast().getReason()).isNull();
    }

    private Subject pushed() {
        Subject company = world.script.subject(BUSINESS, 1);
        world.script.connect(BUSINESS, company.tenantId(), 1);
        world.script.change(company, 1, ChangeCause.EDITED);
        world.script.push(company);
        return company;
    }

    private List<UsageReported> held() {
        return reports().stream().filter(report -> report.getReason() != null).toList();
    }

    private List<UsageReported> reports() {
        return world.broker.published.stream()
                .filter(UsageReported.class::isInstance)
                .map(UsageReported.class::cast)
                .filter(report -> report.getBusinessId().equals(BUSINESS))
                .toList();
    }
}
