package com.nowinfinity.xpm.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogMarksTest {

    @BeforeEach
    @AfterEach
    void unmarked() {
        MDC.clear();
    }

    private static Map<String, String> marks() {
        return Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
    }

    private static ReceivedEvent run(String eventId, String businessId, String runId) {
        return new ReceivedEvent(
                Topics.SYNC_REQUESTED,
                0,
                0,
                businessId,
                SyncRequested.newBuilder()
                        .setEventId(eventId)
                        .setBusinessId(businessId)
                        .setOccurredAt(Instant.EPOCH)
                        .setRunId(runId)
                        .build());
    }

    @Test
    void nameBusinessEventAndRunAndNothingElse() {
        assertThat(LogMarks.of(run("e-1", "b-1", "r-1")).call(LogMarksTest::marks))
                .isEqualTo(Map.of("businessId", "b-1", "eventId", "e-1", "runId", "r-1"));
    }

    @Test
    void nameOfABatchWhatAllOfItHave() {
        List<ReceivedEvent> batch = List.of(run("e-1", "b-1", "r-1"), run("e-2", "b-1", "r-1"));
        assertThat(LogMarks.of(batch).call(LogMarksTest::marks)).isEqualTo(Map.of("businessId", "b-1", "runId", "r-1"));

        List<ReceivedEvent> mixed = List.of(run("e-1", "b-1", "r-1"), run("e-2", "b-2", "r-2"));
        assertThat(LogMarks.of(mixed).call(LogMarksTest::marks)).isEmpty();
    }

    @Test
    void areGoneAfterwardsAlsoAfterAFailure() {
        assertThatThrownBy(() -> new LogMarks("b-1", "e-1", null).run(() -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(marks()).isEmpty();
    }

    @Test
    void putBackWhatWasThereBefore() {
        new LogMarks("b-1", "e-1", null).run(() -> {
            new LogMarks(null, "e-2", "r-2")
                    .run(() -> assertThat(marks())
                            .isEqualTo(Map.of("businessId", "b-1", "eventId", "e-2", "runId", "r-2")));

            assertThat(marks()).isEqualTo(Map.of("businessId", "b-1", "eventId", "e-1"));
        });
    }
}
