package com.nowinfinity.xpm.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final Reason AMBIGUOUS = Outcomes.reason("ambiguous-match", "Several clients may be this one.");
    private static final Reason DECLINED = Outcomes.reason("xpm-rejected", "Practice Manager declines it.");

    private final Intent intent = Intent.unknown("harbour", "c-1");
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Outcomes outcomes = new Outcomes(() -> now);

    @Test
    void tellsASecondParkForAnotherReasonAsAnotherEvent() {
        assertThat(id(Outcome.PARKED, DECLINED)).isNotEqualTo(id(Outcome.PARKED, AMBIGUOUS));
        assertThat(idOfDocument(DECLINED)).isNotEqualTo(idOfDocument(AMBIGUOUS));
    }

    @Test
    void tellsTheSameOutcomeAsTheSameEventWhenever() {
        String parked = id(Outcome.PARKED, DECLINED);
        String failed = id(Outcome.FAILED, DECLINED);
        now = now.plusSeconds(60);

        assertThat(id(Outcome.PARKED, DECLINED)).isEqualTo(parked);
        assertThat(id(Outcome.FAILED, AMBIGUOUS))
                .as("there is one final outcome")
                .isEqualTo(failed);
    }

    private String id(Outcome outcome, Reason reason) {
        return outcomes.of(intent, "event", outcome, reason).getEventId();
    }

    private String idOfDocument(Reason reason) {
        return outcomes.ofDocument("harbour", "event", "c-1", "d-1", Outcome.PARKED, reason, null, CallsMade.NONE)
                .getEventId();
    }
}
