package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

    @ParameterizedTest
    @CsvSource({
        "COMPANY, Company",
        "SOLE_TRADER, Sole trader",
        "SUPER_FUND, Super fund",
        "HIGH, High",
        "NOWINFINITY, NowInfinity",
        "CHECK_AGAIN, Check again",
        "CHANGE_REQUEST, Change in NowInfinity",
        "field-differs, Field differs",
        "missing-in-xpm, Missing in XPM",
        "a-kind-to-come, A kind to come"
    })
    void readAsPeopleSayThem(String code, String words) {
        assertThat(InWords.of(code)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "acn, ACN",
        "email, E-mail",
        "person.dateOfBirth, Date of birth",
        "addresses.CONTACT, Contact address",
        "aFieldToCome,"
    })
    void nameFields(String path, @Nullable String words) {
        assertThat(InWords.ofField(path)).isEqualTo(Optional.ofNullable(words));
    }

    @Test
    void neverReadTheSameForTwoCodesOfOneKind() {
        for (Enum<?>[] codes : List.<Enum<?>[]>of(
                EntityKind.values(), EntityStatus.values(), Severity.values(), ChangedBy.values(), Action.values())) {
            Stream<String> words = Arrays.stream(codes).map(Enum::name).map(InWords::of);
            assertThat(words).doesNotHaveDuplicates();
        }
    }
}
