package com.nowinfinity.xpm.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForgottenEventsTest {

    private static final Instant LEFT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant BEFORE = LEFT.minusMillis(1);
    private static final Instant AFTER = LEFT.plusMillis(1);

    private final Map<String, Instant> memory = new HashMap<>();
    private final List<String> deeds = new ArrayList<>();
    private final List<ReceivedEvent> handled = new ArrayList<>();
    private final ForgottenEvents unit = new ForgottenEvents(
            new Forgetting() {
                @Override
                public Map<String, Instant> forgottenAt(Set<String> businessIds) {
                    Map<String, Instant> known = new HashMap<>(memory);
                    known.keySet().retainAll(businessIds);
                    return known;
                }

                @Override
                public void forget(String businessId, Instant at) {
                    memory.put(businessId, at);
                    deeds.add("forgot " + businessId);
                }
            },
            handled::addAll);

    @Test
    void letNothingThroughThatHappenedBefore() throws Exception {
        ReceivedEvent late = change("b-1", BEFORE);
        ReceivedEvent told = connection("b-1", LEFT);
        ReceivedEvent anew = change("b-1", AFTER);
        ReceivedEvent ofAnother = change("b-2", BEFORE);

        unit.handle(List.of(late, told, anew, ofAnother));

        assertThat(deeds).containsExactly("forgot b-1");
        assertThat(handled).containsExactly(told, anew, ofAnother);
    }

    @Test
    void areStillKeptOutWhenTheyAreReadAgainLater() throws Exception {
        memory.put("b-1", LEFT);

        unit.handle(List.of(change("b-1", BEFORE)));
        unit.handle(List.of(connection("b-1", LEFT)));

        assertThat(deeds).as("once for each time it was told").isEmpty();
        assertThat(handled).hasSize(1);
    }

    @Test
    void leaveABusinessAloneThatWasNeverForgotten() throws Exception {
        unit.handle(List.of(connection("b-1", null), change("b-1", BEFORE)));

        assertThat(deeds).isEmpty();
        assertThat(handled).hasSize(2);
    }

    private static ReceivedEvent change(String businessId, Instant at) {
        EntityChanged change = EntityChanged.newBuilder(Samples.change(businessId, 1))
                .setOccurredAt(at)
                .build();
        return new ReceivedEvent(Topics.ENTITY_CHANGED, 0, 0, businessId, change);
    }

    private static ReceivedEvent connection(String businessId, @Nullable Instant forgottenAt) {
        return new ReceivedEvent(
                Topics.CONNECTION_CHANGED,
                0,
                0,
                businessId,
                ConnectionChanged.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(businessId)
                        .setOccurredAt(AFTER)
                        .setForgottenAt(forgottenAt)
                        .build());
    }
}
