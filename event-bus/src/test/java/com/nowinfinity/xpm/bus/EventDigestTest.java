package com.nowinfinity.xpm.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventDigestTest {

    @Test
    void isTheSameForTheSameContentInAnotherOrderAndForAbsentAndNull() {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("entityId", "c-1");
        one.put("name", "Smith");
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        other.put("name", "Smith");
        other.put("acn", null);
        other.put("formerNames", List.of());
        other.put("entityId", "c-1");

        assertThat(digest(one)).isEqualTo(digest(other)).hasSize(64);
    }

    @Test
    void differsWithAnyDifference() {
        String digest = digest(Map.of("entityId", "c-1", "name", "Smith"));

        assertThat(digest(Map.of("entityId", "c-1", "name", "smith"))).isNotEqualTo(digest);
        assertThat(digest(Map.of("entityId", "c-1", "name", "Smith", "version", 2)))
                .isNotEqualTo(digest);
        assertThat(digest(Map.of("entityId", "c-1S", "name", "mith"))).isNotEqualTo(digest);
        assertThat(digest(Map.of("entityId", "c-1", "formerNames", List.of("a", "b"))))
                .isNotEqualTo(digest(Map.of("entityId", "c-1", "formerNames", List.of("b", "a"))));
        assertThat(EventDigest.of(Topics.CLIENT_IMPORTED, event(Map.of("entityId", "c-1", "name", "Smith"))))
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @MethodSource("nothings")
    void tellsNothingFromZeroFalseAndEmpty(String field, Object value) {
        assertThat(digest(Map.of("relationships", List.of(Map.of("entityId", "p-1", field, value)))))
                .isNotEqualTo(digest(Map.of("relationships", List.of(Map.of("entityId", "p-1")))));
    }

    static Stream<Arguments> nothings() {
        return Stream.of(
                arguments("shares", 0),
                arguments("shareClass", ""),
                arguments("percentage", 0.0),
                arguments("beneficial", false));
    }

    @Test
    void doesNotMindWhenItHappened() {
        EventChangedAt at = time -> EntityChanged.newBuilder(event(Map.of("entityId", "c-1")))
                .setOccurredAt(Instant.ofEpochSecond(time))
                .build();

        assertThat(EventDigest.of(Topics.ENTITY_CHANGED, at.made(1)))
                .isEqualTo(EventDigest.of(Topics.ENTITY_CHANGED, at.made(2)));
    }

    private interface EventChangedAt {
        EntityChanged made(long second);
    }

    private static String digest(Map<String, @Nullable Object> entity) {
        return EventDigest.of(Topics.ENTITY_CHANGED, event(entity));
    }

    private static EntityChanged event(Map<String, @Nullable Object> entity) {
        return JsonForm.read(Map.of("cause", "EDITED", "entity", entity), EntityChanged.class);
    }
}
