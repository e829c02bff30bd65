package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNumberMarksTest {

    @ParameterizedTest
    @CsvSource({",", "782, 782", "123456782, 782", "123 456 782, 782", "81854402, 402", "82,", "7822,", "7a2,", "'',"})
    void leaveTheLastThreeDigitsOfANumberAndNoOtherTail(@Nullable String told, @Nullable String kept) {
        Entity marked = TaxNumberMarks.only(entity().setTfnTail(told).build());

        assertThat(marked.getTfnTail()).isEqualTo(kept);
        assertThat(TaxNumberMarks.isTail(told)).isEqualTo(told == null || told.equals(kept));
    }

    @ParameterizedTest
    @CsvSource({
        ", true",
        "ref-1, true",
        "12345678901234567890123456789012, true",
        "7d8a3f8e-2a53-4f5e-9c39-6cf0b8f0a001, true",
        "123456782, false",
        "81854402, false",
        "123 456 782, false",
        "tfn:123456782, false",
        "123.456.782-x, false"
    })
    void knowANumberThatStandsInTheReferencesPlace(@Nullable String reference, boolean kept) {
        Entity marked = TaxNumberMarks.only(entity().setTfnReference(reference).build());

        assertThat(TaxNumberMarks.isReference(reference)).isEqualTo(kept);
        assertThat(marked.getTfnReference()).isEqualTo(kept ? reference : null);
    }

    private static Entity.Builder entity() {
        return Entity.newBuilder().setEntityId("c-1").setVersion(1);
    }
}
