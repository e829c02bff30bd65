package com.nowinfinity.xpm.simulator.gateway;

import com.nowinfinity.xpm.simulator.judge.Admission;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gateway says itself: JSON with capital letters inside an XML API, and silence when throttling. */
public final class GatewayAnswers {

    private GatewayAnswers() {}

    public static Answer unauthorized(String detail, String correlationId) {
        return problem(401, "Unauthorized", detail, correlationId)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    static Answer insufficientScope(String correlationId) {
        return problem(401, "Unauthorized", "AuthorizationUnsuccessful", correlationId)
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    static Answer forbidden(String correlationId) {
        return problem(403, "Forbidden", "AuthenticationUnsuccessful", correlationId);
    }

    static Answer withoutTenant(int status, String correlationId) {
        return status == 403
                ? forbidden(correlationId)
                : problem(status, "Bad Request", "AuthenticationUnsuccessful", correlationId);
    }

    static Answer throttled(Admission.Throttled throttled) {
        Answer answer = Answer.empty(429)
                .with("X-Rate-Limit-Problem", throttled.problem().wireName())
                .with(remaining(throttled.left()));
        return throttled.retryAfter() == null
                ? answer
                : answer.with("Retry-After", String.valueOf(wholeSeconds(throttled.retryAfter())));
    }

    /** As for data calls, but only the app's header is known here. */
    public static Answer throttledForApp(Admission.Throttled throttled) {
        Answer answer = throttled(throttled);
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.keySet().removeAll(List.of("X-MinLimit-Remaining", "X-DayLimit-Remaining"));
        return Answer.empty(429).with(headers);
    }

    public static Map<String, String> remainingForApp(Admission.Left left) {
        return Map.of("X-AppMinLimit-Remaining", String.valueOf(left.appMinute()));
    }

    static Map<String, String> remaining(Admission.Left left) {
        return Map.of(
                "X-MinLimit-Remaining", String.valueOf(left.minute()),
                "X-DayLimit-Remaining", String.valueOf(left.day()),
                "X-AppMinLimit-Remaining", String.valueOf(left.appMinute()));
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static Answer problem(int status, String title, String detail, String correlationId) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("Type", null);
        body.put("Title", title);
        body.put("Status", status);
        body.put("Detail", detail);
        body.put("Instance", correlationId);
        body.put("Extensions", Map.of());
        return Json.answer(status, body);
    }
}
