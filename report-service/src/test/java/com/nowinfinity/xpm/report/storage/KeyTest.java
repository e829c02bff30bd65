package com.nowinfinity.xpm.report.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {

    @ParameterizedTest
    @CsvSource({"a,b/c,a/b,c", "a/b,c,a,b/c", "a%2Fb,c,a/b,c"})
    void tellsIdsApartThatOnlyJoinAlike(String business, String entity, String otherBusiness, String otherEntity) {
        assertThat(Key.of(business, entity)).isNotEqualTo(Key.of(otherBusiness, otherEntity));
    }

    @Test
    void keepsOtherBusinessesOutOfARange() {
        Document range = Key.range(Key.of("b-1"));

        String from = range.getString("$gte");
        String to = range.getString("$lt");

        assertThat(Key.of("b-1", "z")).isBetween(from, to);
        for (String other : new String[] {"b-10", "b-1/x", "b-1.", "b-10/", "b", "b-1%"}) {
            assertThat(Key.of(other, "z")).matches(key -> key.compareTo(from) < 0 || key.compareTo(to) >= 0);
        }
    }

    @Test
    void tellsOneSideFromTheOther() {
        assertThat(Key.of("b-1", "r", "c-1", null)).isNotEqualTo(Key.of("b-1", "r", null, "c-1"));
    }
}
