package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class EventCheckTest {

    private static final Map<String, Topic<?>> TOPICS = Map.of(
            EntityChanged.class.getSimpleName(), Topics.ENTITY_CHANGED,
            DocumentCreated.class.getSimpleName(), Topics.DOCUMENT_CREATED,
            PushRequested.class.getSimpleName(), Topics.PUSH_REQUESTED,
            SyncRequested.class.getSimpleName(), Topics.SYNC_REQUESTED);

    /**
     * A line of {@code bad-events.json}.
     *
     * @param businessId the key of the record; {@code harbour} when it is null
     * @param change what differs from an event that can be used
     */
    record BadEvent(
            String name, @Nullable String businessId, String event, Map<String, @Nullable Object> change, String code) {

        @Override
        public String toString() {
            return name + ": " + code;
        }
    }

    static List<BadEvent> badEvents() throws IOException {
        try (InputStream file = Objects.requireNonNull(EventCheckTest.class.getResourceAsStream("/bad-events.json"))) {
            return new JsonMapper().readValue(file, new TypeReference<List<BadEvent>>() {});
        }
    }

    @Test
    void takesAWholeEntity() {
        assertThat(EventCheck.problem(received("harbour", "EntityChanged", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEvents")
    void refusesWhatNoRetryCanMend(BadEvent bad) {
        String businessId = Objects.requireNonNullElse(bad.businessId(), "harbour");

        assertThat(EventCheck.problem(received(businessId, bad.event(), bad.change())))
                .contains(bad.code());
    }

    private static ReceivedEvent received(String businessId, String event, Map<String, @Nullable Object> change) {
        Topic<?> topic = Objects.requireNonNull(TOPICS.get(event));
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("eventId", "7d8a3f8e-2a53-4f5e-9c39-6cf0b8f0a001");
        form.put("businessId", businessId);
        if (topic.equals(Topics.ENTITY_CHANGED)) {
            form.put("entity", Map.of("entityId", "c-1", "version", 1));
        }
        form.putAll(change);
        SpecificRecord made = JsonForm.readStored(form, topic.type());
        return new ReceivedEvent(topic, 0, 0, businessId, made);
    }
}
