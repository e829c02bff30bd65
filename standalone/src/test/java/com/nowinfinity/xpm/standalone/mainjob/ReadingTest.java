package com.nowinfinity.xpm.standalone.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in: csv, server-sent events; and what goes out: multipart, numbers with check digits. */
class ReadingTest {

    @Test
    void readsQuotesCommasAndLineEndsInCsv() {
        assertThat(CsvLines.read("a,b\r\n\"1,\"\"2\"\"\r\n3\",\r\n"))
                .containsExactly(List.of("a", "b"), List.of("1,\"2\"\r\n3", ""));
    }

    @Test
    void takesTheGuardOffAFormulaAndNothingElse() {
        assertThat(CsvLines.read("'=1,'-2,'plain,'\n")).containsExactly(List.of("=1", "-2", "'plain", "'"));
    }

    @Test
    void readsNotificationsAndPassesByTheRest() {
        EventLines events = new EventLines();

        assertThat(feed(events, "event: progress", "data: {\"done\":1}", "")).isEmpty();
        assertThat(feed(events, ": still here", "")).isEmpty();
        assertThat(feed(events, "id: 7", "event: notification", "data: {\"a\":", "data: 1}", ""))
                .contains("{\"a\":\n1}");
        assertThat(feed(events, "data: {\"b\":1}", "")).isEmpty();
    }

    private static Optional<String> feed(EventLines events, String... lines) {
        Optional<String> last = Optional.empty();
        for (String line : lines) {
            last = events.next(line);
        }
        return last;
    }

    @Test
    void writesMultipartAsABrowserDoes() {
        byte[] body = new Multipart("b")
                .json("document", new byte[] {'{', '}'})
                .file("file", "a.pdf", "application/pdf", new byte[] {'%'})
                .bytes();

        assertThat(new String(body, StandardCharsets.US_ASCII).replace("\r\n", "\n"))
                .isEqualTo("""
                        --b
                        Content-Disposition: form-data; name="document"
                        Content-Type: application/json

                        {}
                        --b
                        Content-Disposition: form-data; name="file"; filename="a.pdf"
                        Content-Type: application/pdf

                        %
                        --b--
                        """);
        assertThat(new String(body, StandardCharsets.US_ASCII).replace("\r\n", ""))
                .doesNotContain("\n", "\r");
    }

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
