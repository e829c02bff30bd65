package com.nowinfinity.xpm.api.verdict;

import com.nowinfinity.xpm.api.Allowance;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an answer's headers, none of which can be relied on to be there or to make sense. */
public final class Headers {

    /** No limit of Xero is near it. */
    private static final int ABSURD = 1_000_000;

    /** The longest wait that a limit of Xero can ask for is a day. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(25);

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)");

    private Headers() {}

    public static Allowance allowance(HttpHeaders headers) {
        return new Allowance(
                left(headers, "X-MinLimit-Remaining"),
                left(headers, "X-DayLimit-Remaining"),
                left(headers, "X-AppMinLimit-Remaining"),
                date(headers.firstValue("Date").orElse("")));
    }

    /**
     * Seconds or a date, which counts from the server's own clock where the answer shows it. What asks for more than any
     * limit can is no better than nothing.
     */
    static @Nullable Duration retryAfter(HttpHeaders headers, InstantSource clock) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (WHOLE.matcher(value).matches()) {
            return sensible(Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant until = date(value);
        if (until == null) {
            return null;
        }
        Instant server = date(headers.firstValue("Date").orElse(""));
        return sensible(Duration.between(server == null ? clock.instant() : server, until));
    }

    /** What the answer says it is written in; UTF-8 when it does not say or we do not know it. */
    public static Charset charset(HttpHeaders headers) {
        Matcher matcher = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable Integer left(HttpHeaders headers, String name) {
        String value = headers.firstValue(name).orElse("").strip();
        if (!WHOLE.matcher(value).matches()) {
            return null;
        }
        long left = Long.parseLong(value);
        return left > ABSURD ? null : (int) left;
    }

    private static @Nullable Duration sensible(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
    }

    private static @Nullable Instant date(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
