package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class JsonFormTest {

    static Stream<Arguments> everyTopicOverSeeds() {
        return Topics.all().stream()
                .flatMap(topic -> IntStream.rangeClosed(1, 20).mapToObj(seed -> Arguments.of(topic.name(), seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("everyTopicOverSeeds")
    void readsWhatItWrote(String name, int seed) {
        Topic<?> topic = Topics.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        SpecificRecord event = new FilledEvents(new Random(seed)).of(topic);

        assertThat((Object) JsonForm.read(JsonForm.of(event), topic.type())).isEqualTo(event);
        assertThat((Object) JsonForm.readStored(JsonForm.of(event), topic.type()))
                .isEqualTo(event);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("everyTopicOverSeeds")
    void holdsNothingButJson(String name, int seed) {
        Topic<?> topic = Topics.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertJson(JsonForm.of(new FilledEvents(new Random(seed)).of(topic)));
    }

    @Test
    void hasTheShapeOfTheContract() {
        Map<String, @Nullable Object> entity = JsonForm.of(Entity.newBuilder()
                .setEntityId("p-1")
                .setVersion(7)
                .setKind(EntityKind.INDIVIDUAL)
                .setName("Ann Smith")
                .setPersonLastName("Smith")
                .build());

        assertThat(entity)
                .containsEntry("kind", "INDIVIDUAL")
                .containsEntry("version", 7L)
                .containsEntry("acn", null)
                .containsEntry("addresses", List.of())
                .doesNotContainKey("personLastName");
        Map<String, @Nullable Object> person = new HashMap<>();
        Stream.of("title", "firstName", "middleName", "otherName", "dateOfBirth")
                .forEach(part -> person.put(part, null));
        person.put("lastName", "Smith");
        assertThat(entity).containsEntry("person", person);
    }

    @Test
    void writesTimesInUtc() {
        SyncProgressed event = SyncProgressed.newBuilder()
                .setOccurredAt(Instant.parse("2026-03-01T12:00:00.250Z"))
                .build();

        assertThat(JsonForm.of(event)).containsEntry("occurredAt", "2026-03-01T12:00:00.250Z");
    }

    @Test
    void fillsWhatIsAbsentOrNullFromTheSchema() {
        Map<String, @Nullable Object> form = new HashMap<>();
        form.put("entityId", "c-1");
        form.put("relationships", List.of(Map.of("type", "DIRECTOR", "entityId", "p-1")));
        form.put("name", null);

        Entity entity = JsonForm.read(form, Entity.class);

        assertThat(entity.getName()).isEmpty();
        assertThat(entity.getAcn()).isNull();
        assertThat(entity.getRelationships().getFirst().getBeneficial()).isTrue();
        assertThat(entity)
                .isEqualTo(Entity.newBuilder()
                        .setEntityId("c-1")
                        .setRelationships(List.of(Relationship.newBuilder()
                                .setType(RelationshipType.DIRECTOR)
                                .setEntityId("p-1")
                                .build()))
                        .build());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Map.of("nmae", "x"), "nmae: unknown field"),
                Arguments.of(Map.of("person", Map.of("shoeSize", 44)), "person.shoeSize: unknown field"),
                Arguments.of(Map.of("person", Map.of("FirstName", "x")), "person.FirstName: unknown field"),
                Arguments.of(Map.of("person", Map.of("", "x")), "person.: unknown field"),
                Arguments.of(Map.of("personFirstName", "x"), "personFirstName: unknown field; it belongs under person"),
                Arguments.of(Map.of("person", "Ann"), "person: expected an object"),
                Arguments.of(Map.of("person", Map.of("firstName", 1)), "person.firstName: expected a string"),
                Arguments.of(Map.of("name", Map.of("$ne", "")), "name: expected a string"),
                Arguments.of(Map.of("name", List.of("x")), "name: expected a string"),
                Arguments.of(Map.of("version", "7"), "version: expected a whole number"),
                Arguments.of(Map.of("version", 7.5), "version: expected a whole number"),
                Arguments.of(
                        Map.of("kind", "COMPANI"),
                        "kind: expected one of COMPANY, TRUST, SUPER_FUND, INDIVIDUAL, PARTNERSHIP, SOLE_TRADER, OTHER"),
                Arguments.of(
                        Map.of("trustKind", "UNKNOWN"),
                        "trustKind: expected one of DISCRETIONARY, UNIT, HYBRID, TESTAMENTARY, OTHER"),
                Arguments.of(Map.of("addresses", Map.of()), "addresses: expected a list"),
                Arguments.of(Map.of("addresses", List.of("x")), "addresses[0]: expected an object"),
                Arguments.of(Map.of("addresses", Arrays.asList(Map.of(), null)), "addresses[1]: expected a value"),
                Arguments.of(
                        Map.of("relationships", List.of(Map.of("joint", "yes"))),
                        "relationships[0].joint: expected true or false"),
                Arguments.of(
                        Map.of("relationships", List.of(Map.of("percentage", Double.NaN))),
                        "relationships[0].percentage: expected a number"),
                Arguments.of(
                        Map.of("relationships", List.of(Map.of("startDate", "2026-02-30"))),
                        "relationships[0].startDate: expected a date, yyyy-MM-dd"),
                Arguments.of(
                        Map.of("relationships", List.of(Map.of("startDate", "+12026-02-03"))),
                        "relationships[0].startDate: expected a date, yyyy-MM-dd"),
                Arguments.of(
                        Map.of("person", Map.of("dateOfBirth", "1.2.1980")),
                        "person.dateOfBirth: expected a date, yyyy-MM-dd"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void refusesWhatDoesNotFitAndSaysWhere(Map<String, Object> form, String message) {
        assertThatExceptionOfType(JsonForm.Mismatch.class)
                .isThrownBy(() -> JsonForm.read(form, Entity.class))
                .withMessage(message)
                .satisfies(mismatch -> assertThat(message).startsWith(mismatch.path()));
    }

    @ParameterizedTest
    @MethodSource("notTimes")
    void refusesWhatIsNoTime(Object time, String message) {
        assertThatExceptionOfType(JsonForm.Mismatch.class)
                .isThrownBy(() -> JsonForm.read(Map.of("occurredAt", time), SyncProgressed.class))
                .withMessage("occurredAt: " + message);
    }

    static Stream<Arguments> notTimes() {
        return Stream.of(
                Arguments.of("yesterday", "expected a time, ISO 8601 in UTC"),
                Arguments.of("2026-03-01", "expected a time, ISO 8601 in UTC"),
                Arguments.of("+1000000000-12-31T23:59:59Z", "expected a time, ISO 8601 in UTC"),
                Arguments.of(1_767_225_600_000L, "expected a string"));
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        assertThatExceptionOfType(JsonForm.Mismatch.class)
                .isThrownBy(() -> JsonForm.read(Map.of("calls", 1L << 31), EntitySynced.class))
                .withMessage("calls: number too large");
    }

    @Test
    void f30ReadsWhatANewerVersionStored() {
        Entity entity = JsonForm.readStored(
                Map.of("kind", "CHARITY", "colour", "green", "person", Map.of("shoeSize", 44, "lastName", "Smith")),
                Entity.class);

        assertThat(entity.getKind()).isEqualTo(EntityKind.UNKNOWN);
        assertThat(entity.getPersonLastName()).isEqualTo("Smith");
    }

    @Test
    void readsWhatWasStoredFromAnEventHoweverOdd() {
        Entity odd = Entity.newBuilder().setPersonDateOfBirth("1.2.1980").build();

        assertThat(JsonForm.readStored(JsonForm.of(odd), Entity.class)).isEqualTo(odd);
    }

    private static void assertJson(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(JsonFormTest::assertJson);
            case List<?> list -> list.forEach(JsonFormTest::assertJson);
            case null -> {}
            default ->
                assertThat(value).isInstanceOfAny(String.class, Long.class, Integer.class, Double.class, Boolean.class);
        }
    }
}
