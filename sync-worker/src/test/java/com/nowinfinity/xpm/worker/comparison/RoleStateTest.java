package com.nowinfinity.xpm.worker.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleStateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "current:",
                "current:2019-07-01",
                "current:2019-07-01,2021-01-01",
                "current:#5",
                "current:2019-07-01#0"
            })
    void readsWhatItWrites(String form) {
        assertThat(RoleState.read(form).form()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "current:2019-07-01,                current:2019-07-01#5,             true",
        "current:2019-07-01#4,              current:2019-07-01#5,             false",
        "current:#5,                        current:2019-07-01#5,             true",
        "'current:2019-07-01,2020-07-01',   current:2020-07-01,               true",
        "'current:2019-07-01,2020-07-01',   'current:2020-07-01,2021-07-01',  false"
    })
    void agreesWhereBothSidesKnow(String one, String other, boolean agree) {
        assertThat(RoleState.read(one).agrees(RoleState.read(other))).isEqualTo(agree);
        assertThat(RoleState.read(other).agrees(RoleState.read(one))).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "NULL, NULL, current:",
                "2020-01-01, 2019-01-01, 'current:2019-01-01,2020-01-01'",
                "2020-01-01, 2020-01-01, current:2020-01-01"
            },
            nullValues = "NULL")
    void ordersWhatIsKnown(@Nullable String one, @Nullable String other, String form) {
        assertThat(RoleState.of(Stream.of(one, other), null).form()).isEqualTo(form);
    }
}
