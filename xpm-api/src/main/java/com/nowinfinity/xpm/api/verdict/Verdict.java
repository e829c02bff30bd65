package com.nowinfinity.xpm.api.verdict;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.Limit;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.OutcomeUnknown;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an answer outside of 2xx means. Whether it may be repeated, and when, is for others to say. */
public final class Verdict {

    private static final Pattern UNKNOWN_THING = Pattern.compile(
            "\\b(invalid|unknown|no such)\\b.*\\b(identifier|id|uuid)\\b|\\bnot found\\b|\\bdoes not exist\\b",
            Pattern.CASE_INSENSITIVE);

    private final InstantSource clock;

    public Verdict(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param write whether the call changes something in XPM
     * @param body as much of the body as was read, perhaps nothing
     */
    public XpmException of(boolean write, int status, HttpHeaders headers, byte[] body) {
        Allowance allowance = Headers.allowance(headers);
        String problem = ErrorText.of(body, Headers.charset(headers));
        return switch (status) {
            case 401 -> unauthorized(problem, headers, allowance);
            case 403 -> new NoAccess("XPM refuses access with 403: " + problem, scopeMissing(headers), allowance);
            case 408 -> new Unavailable("XPM gave up waiting for the call (408)", null, allowance, null);
            case 429 -> new Throttled(limit(headers), Headers.retryAfter(headers, clock), allowance);
            case 503 ->
                new Unavailable(
                        "XPM is unavailable (503): " + problem, Headers.retryAfter(headers, clock), allowance, null);
            default -> others(write, status, problem, headers, allowance);
        };
    }

    /** True when XPM's words say that what a read asked for is not there. */
    public static boolean saysAbsent(Rejected rejected) {
        return rejected.status() == 404
                || rejected.status() == 410
                || UNKNOWN_THING.matcher(rejected.problem()).find();
    }

    private XpmException others(boolean write, int status, String problem, HttpHeaders headers, Allowance allowance) {
        if (status >= 400 && status < 500) {
            return new Rejected(status, problem, allowance);
        }
        if (write) {
            // A gateway that lost its patience (502, 504) or an error half way (500) says nothing about the effect.
            return new OutcomeUnknown("XPM answered a write with " + status + ": " + problem, allowance, null);
        }
        if (status == 500 && UNKNOWN_THING.matcher(problem).find()) {
            return new Rejected(status, problem, allowance);
        }
        @Nullable Duration wait = Headers.retryAfter(headers, clock);
        return new Unavailable("XPM answered with " + status + ": " + problem, wait, allowance, null);
    }

    private static XpmException unauthorized(String problem, HttpHeaders headers, Allowance allowance) {
        return scopeMissing(headers)
                ? new NoAccess("The token lacks a scope (401): " + problem, true, allowance)
                : new Unauthorized("XPM does not accept the token (401): " + problem, allowance);
    }

    private static boolean scopeMissing(HttpHeaders headers) {
        return headers.allValues("WWW-Authenticate").stream().anyMatch(value -> value.contains("insufficient_scope"));
    }

    private static Limit limit(HttpHeaders headers) {
        String problem = headers.firstValue("X-Rate-Limit-Problem").orElse("");
        return switch (problem.strip().toLowerCase(Locale.ROOT)) {
            case "minute" -> Limit.MINUTE;
            case "day" -> Limit.DAY;
            case "concurrent" -> Limit.CONCURRENT;
            case "appminute" -> Limit.APP_MINUTE;
            default -> Limit.UNKNOWN;
        };
    }
}
