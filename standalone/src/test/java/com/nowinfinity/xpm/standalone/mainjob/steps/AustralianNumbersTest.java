package com.nowinfinity.xpm.standalone.mainjob.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AustralianNumbersTest {

    @ParameterizedTest
    @CsvSource({"004085616, 53004085616", "010499966, 25010499966", "002724334, 43002724334", "001000004, 16001000004"})
    void putsTheCheckDigitsBeforeAnAcn(String acn, String abn) {
        assertThat(AustralianNumbers.abn(acn)).isEqualTo(abn);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void makesCompanyNumbersWithARightCheckDigit(long seed) {
        String acn = AustralianNumbers.acn(new Random(seed));

        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (8 - i) * (acn.charAt(i) - '0');
        }
        assertThat(acn).hasSize(9);
        assertThat(acn.charAt(8) - '0').isEqualTo((10 - sum % 10) % 10);
    }
}
