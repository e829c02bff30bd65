package com.nowinfinity.xpm.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventCheckTest {

    private static final String EVENT_ID = "7d8a3f8e-2a53-4f5e-9c39-6cf0b8f0a001";

    @Test
    void takesAWholeEntity() {
        assertThat(EventCheck.problem(received("harbour", changed(entity().build()))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesWhatNoRetryCanMend(String problem, String businessId, SpecificRecord event) {
        assertThat(EventCheck.problem(received(businessId, event))).contains(problem);
    }

    static Stream<Arguments> refusesWhatNoRetryCanMend() {
        return Stream.of(
                Arguments.of("event-id-not-a-uuid", "harbour", changed("not-a-uuid", entity().build())),
                Arguments.of("event-id-not-a-uuid", "harbour", changed("$set", entity().build())),
                Arguments.of("business-id-malformed", "har/bour", changed(entity().build())),
                Arguments.of("business-id-malformed", "har\nbour", changed(entity().build())),
                Arguments.of("entity-without-id", "harbour", changed(null)),
                Arguments.of(
                        "entity-without-id",
                        "harbour",
                        changed(entity().setEntityId(" ").build())),
                Arguments.of(
                        "entity-without-id",
                        "harbour",
                        changed(entity().setEntityId("x".repeat(129)).build())),
                Arguments.of(
                        "version-below-1",
                        "harbour",
                        changed(entity().setVersion(0).build())),
                Arguments.of(
                        "version-below-1",
                        "harbour",
                        changed(entity().setVersion(-4).build())),
                Arguments.of(
                        "date-malformed",
                        "harbour",
                        changed(entity().setPersonDateOfBirth("1970-02-30").build())),
                Arguments.of("date-malformed", "harbour", changed(withRole("2020-01-01", "soon"))),
                Arguments.of("date-malformed", "harbour", changed(withRole("01/02/2020", null))),
                Arguments.of(
                        "document-without-ids",
                        "harbour",
                        DocumentCreated.newBuilder().setEventId(EVENT_ID).build()),
                Arguments.of(
                        "push-without-ids",
                        "harbour",
                        PushRequested.newBuilder().setEventId(EVENT_ID).build()),
                Arguments.of(
                        "run-without-id",
                        "harbour",
                        SyncRequested.newBuilder().setEventId(EVENT_ID).build()));
    }

    private static Entity.Builder entity() {
        return Entity.newBuilder().setEntityId("c-1").setVersion(1);
    }

    private static Entity withRole(String start, @Nullable String end) {
        return entity().setRelationships(List.of(Relationship.newBuilder()
                        .setEntityId("p-1")
                        .setStartDate(start)
                        .setEndDate(end)
                        .build()))
                .build();
    }

    private static EntityChanged changed(@Nullable Entity entity) {
        return changed(EVENT_ID, entity);
    }

    private static EntityChanged changed(String eventId, @Nullable Entity entity) {
        return EntityChanged.newBuilder().setEventId(eventId).setEntity(entity).build();
    }

    private static ReceivedEvent received(String businessId, SpecificRecord event) {
        return new ReceivedEvent(Topics.ENTITY_CHANGED, 0, 0, businessId, event);
    }
}
