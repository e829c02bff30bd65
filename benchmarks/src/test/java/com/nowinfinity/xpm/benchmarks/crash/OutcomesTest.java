package com.nowinfinity.xpm.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Instant TOLD = Instant.parse("2026-01-05T00:00:00Z");

    private final Company company = new Company("b", "t", "client", "Judged Pty Ltd", "004085616");
    private final Accepted accepted = new Accepted("event", company, 2, false);
    private final Outcomes unit = new Outcomes();

    @Test
    void takesAnOutcomeThatIsToldAgainForTheOneThatItIs() {
        unit.note(outcome(Outcome.UPDATED, TOLD));
        unit.note(outcome(Outcome.UPDATED, TOLD));

        assertThat(unit.lost(List.of(accepted))).isEmpty();
        assertThat(unit.ambiguous(List.of(accepted))).isEmpty();
    }

    @Test
    void noticesASecondOutcomeOfTheSameKind() {
        unit.note(outcome(Outcome.UPDATED, TOLD));
        unit.note(outcome(Outcome.UPDATED, TOLD.plusMillis(1)));

        assertThat(unit.ambiguous(List.of(accepted))).containsExactly(accepted);
    }

    @Test
    void noticesASecondOutcomeOfAnotherKind() {
        unit.note(outcome(Outcome.UPDATED, TOLD));
        unit.note(outcome(Outcome.SUPERSEDED, TOLD));

        assertThat(unit.ambiguous(List.of(accepted))).containsExactly(accepted);
    }

    private EntitySynced outcome(Outcome outcome, Instant at) {
        return EntitySynced.newBuilder()
                .setEventId("outcome/" + outcome)
                .setBusinessId(company.businessId())
                .setOccurredAt(at)
                .setEntityId(company.entityId())
                .setCausedBy(List.of(accepted.eventId()))
                .setOutcome(outcome)
                .build();
    }
}
