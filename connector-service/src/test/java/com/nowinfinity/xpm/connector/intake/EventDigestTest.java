package com.nowinfinity.xpm.connector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
        assertThat(EventDigest.of("other-topic", event(Map.of("entityId", "c-1", "name", "Smith"))))
                .isNotEqualTo(digest);
    }

    private static String digest(Map<String, @Nullable Object> entity) {
        return EventDigest.of("entity-changed", event(entity));
    }

    private static EntityChanged event(Map<String, @Nullable Object> entity) {
        return JsonForm.read(Map.of("cause", "EDITED", "entity", entity), EntityChanged.class);
    }
}
