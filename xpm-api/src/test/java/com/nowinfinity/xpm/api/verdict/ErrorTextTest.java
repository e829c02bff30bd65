package com.nowinfinity.xpm.api.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    @Test
    void isOneLineWithoutTricks() {
        assertThat(ErrorText.excerpt(" a\r\nERROR forged\u0000\u202e b\u001b[31m\u2028c\ud800 "))
                .isEqualTo("a ERROR forged b [31m c");
    }

    @Test
    void isCutBetweenCharacters() {
        assertThat(ErrorText.excerpt("\ud83d\ude00".repeat(300))).isEqualTo("\ud83d\ude00".repeat(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>Hill, Jo</body></html>",
                "Hill, Jo",
                "[]",
                "null",
                "17",
                "{\"Detail\": {\"a\": 1}}",
                "{\"Detail\": \"\"}",
                "{\"client\": \"Hill, Jo\"}",
                "{\"a\":",
                "<Response><Status>ERROR</Status><Client><Name>Hill, Jo</Name></Client></Response>",
            })
    void isNeverGuessedFromABody(String body) {
        assertThat(ErrorText.of(body.getBytes(UTF_8), UTF_8)).isEqualTo(ErrorText.NONE);
    }

    @Test
    void quotesNoToken() {
        String token = "eyJhbGciOiJSUzI1NiJ9." + "aB3_-".repeat(40) + "." + "x".repeat(86);

        assertThat(ErrorText.excerpt("Invalid token: " + token + " of app 1")).isEqualTo("Invalid token: … of app 1");
    }

    @ParameterizedTest
    @CsvSource({
        "TaxNumber 876543210 is known, TaxNumber …210 is known",
        "'876 543 210, 12345678', '…210, …678'",
        "ABN 53 004 085 616, ABN 53 …616",
        "phone 0390001111 on 2026-01-31, phone 0390001111 on 2026-01-31"
    })
    void quotesNoNumberThatMayBeATaxFileNumber(String said, String passedOn) {
        assertThat(ErrorText.excerpt(said)).isEqualTo(passedOn);
    }

    @Test
    void survivesDeepNesting() {
        assertThat(ErrorText.of("[".repeat(60_000).getBytes(UTF_8), UTF_8)).isEqualTo(ErrorText.NONE);
        assertThat(ErrorText.of("<a>".repeat(20_000).getBytes(UTF_8), UTF_8)).isEqualTo(ErrorText.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void neverFails(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThat(ErrorText.of(noise, StandardCharsets.UTF_16)).isNotBlank();
        }
    }
}
