package com.nowinfinity.xpm.api.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {

    @ParameterizedTest
    @CsvSource({"******782, 782", "***** 7 82, 782", "*******82,", "***,", ","})
    void showsTheTailThatTheMaskLeaves(String masked, String tail) {
        assertThat(new Registration(masked, null, null, null, null).taxNumberTail())
                .isEqualTo(tail);
    }
}
