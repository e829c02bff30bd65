package com.nowinfinity.xpm.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A refusal as the caller sees it: {@code application/problem+json} (RFC 9457) with {@code type, title, status, detail,
 * code}. The code is stable, lower case with hyphens; title and detail are for people and name no secret.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:nowinfinity:xpm:problem:";

    private final transient HttpStatusCode status;
    private final String code;
    private final String title;
    private final transient Map<String, Object> members;
    private final transient HttpHeaders headers;

    public ProblemException(HttpStatus status, String code, String title, String detail) {
        this(status, code, title, detail, Map.of(), HttpHeaders.EMPTY, null);
    }

    ProblemException(
            HttpStatusCode status,
            String code,
            String title,
            @Nullable String detail,
            Map<String, Object> members,
            HttpHeaders headers,
            @Nullable Throwable cause) {
        super(detail == null ? title : detail, cause);
        this.status = status;
        this.code = code;
        this.title = title;
        this.members = members;
        this.headers = headers;
    }

    /**
     * The value of a field that a body must have, for a record's compact constructor.
     *
     * @throws ProblemException 400 {@code missing-field} where it is null or blank
     */
    public static <T> T required(@Nullable T value, String field) {
        if (value == null
                || (value instanceof CharSequence text && text.toString().isBlank())) {
            throw invalidField("missing-field", field, "is needed");
        }
        return value;
    }

    /** 400 for one field, as {@code name: is needed}; the field's path is a member of its own too. */
    public static ProblemException invalidField(String code, String field, String reason) {
        return new ProblemException(HttpStatus.BAD_REQUEST, code, "Invalid request", field + ": " + reason)
                .with("path", field);
    }

    static ProblemException tooManyRequests(Duration wait, String detail) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail)
                .retryAfter(wait);
    }

    /** The same problem with one more member in its JSON, as the id of the run that is in the way. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new ProblemException(status, code, title, getMessage(), more, headers, getCause());
    }

    /** The same problem, telling when to come again: whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        return withHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    ProblemException withHeader(String name, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return new ProblemException(status, code, title, getMessage(), members, more, getCause());
    }

    public HttpStatusCode status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    HttpHeaders headers() {
        return headers;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE + code);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", getMessage() == null ? title : getMessage());
        body.put("code", code);
        body.putAll(members);
        return body;
    }
}
