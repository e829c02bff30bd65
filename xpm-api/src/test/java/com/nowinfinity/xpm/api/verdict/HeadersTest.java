package com.nowinfinity.xpm.api.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "22, PT22S",
        "' 22 ', PT22S",
        "0, PT0S",
        "66975, PT18H36M15S",
        "90000, PT25H",
        "'Mon, 23 Nov 2026 10:01:00 GMT', PT1M",
        "'Mon, 23 Nov 2026 09:00:00 GMT', PT0S",
    })
    void readsRetryAfterInSecondsOrAsADate(String value, Duration wait) {
        assertThat(Headers.retryAfter(headers("Retry-After", value), () -> NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "soon",
                "1.5",
                "1e3",
                "90001",
                "99999999999",
                "999999999999999999999",
                "Mon, 32 Nov 2026 10:00:00 GMT",
                "Mon, 23 Nov 2099 09:00:00 GMT"
            })
    void takesAnUnreadableOrAbsurdRetryAfterForNone(String value) {
        assertThat(Headers.retryAfter(headers("Retry-After", value), () -> NOW)).isNull();
    }

    @Test
    void countsARetryDateFromTheServersOwnClock() {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "Retry-After", List.of("Mon, 23 Nov 2026 12:00:30 GMT"),
                        "Date", List.of("Mon, 23 Nov 2026 12:00:00 GMT")),
                (name, value) -> true);

        assertThat(Headers.retryAfter(headers, () -> NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "many", "1000001", "999999999999999999", "99999999999999999999999", "59.5"})
    void ignoresAbsurdAllowances(String value) {
        assertThat(Headers.allowance(headers("X-MinLimit-Remaining", value)).minuteLeft())
                .isNull();
    }

    @Test
    void readsAnAllowanceOfZero() {
        assertThat(Headers.allowance(headers("x-daylimit-remaining", "0")).dayLeft())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml; charset=utf-8, UTF-8",
        "text/xml; charset=\"ISO-8859-1\", ISO-8859-1",
        "text/xml; charset=nonsense, UTF-8",
        "text/xml; charset=???, UTF-8",
        "text/xml, UTF-8",
        "'', UTF-8"
    })
    void readsTheCharacterSet(String contentType, String charset) {
        assertThat(Headers.charset(headers("Content-Type", contentType)).name()).isEqualTo(charset);
        assertThat(Headers.charset(headers("Other", "x"))).isEqualTo(StandardCharsets.UTF_8);
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);
    }
}
