package com.nowinfinity.xpm.api.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.practice.RelationshipTypes.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelationshipTypesTest {

    @Test
    void countsTheEighteenThatXpmTakes() {
        assertThat(RelationshipType.values()).hasSize(18);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeStraight(RelationshipType type) {
        assertThat(RelationshipTypes.read(type.label())).contains(new Reading(type, false));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARENT_OF", "CHILD_OF"})
    void readsTheOtherSideAsItsMirror(RelationshipType type) {
        assertThat(RelationshipTypes.read(type.label() + " Of")).contains(new Reading(type, true));
    }

    @ParameterizedTest
    @CsvSource({"director, DIRECTOR, false", "' Public  officer OF ', PUBLIC_OFFICER, true", "CHILD OF, CHILD_OF, false"
    })
    void caresForNeitherCaseNorSpaces(String label, RelationshipType type, boolean mirror) {
        assertThat(RelationshipTypes.read(label)).contains(new Reading(type, mirror));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Of", " of", "Appointor", "Unit Holder", "Director Of Of", "Directors"})
    void guessesNothing(String label) {
        assertThat(RelationshipTypes.read(label)).isEmpty();
    }
}
