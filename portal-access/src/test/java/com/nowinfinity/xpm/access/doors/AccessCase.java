package com.nowinfinity.xpm.access.doors;

import com.nowinfinity.xpm.access.PortalKeys;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a door who should not come through it.
 *
 * @param who in words
 * @param code of the refusal
 */
public record AccessCase(Door door, String who, @Nullable String token, String businessId, int status, String code) {

    private static final String BUSINESS = "b-1";

    /** Every door of the running service with everyone who is refused there. */
    public static Stream<AccessCase> of(URI service, PortalKeys portal) {
        return Door.of(service).stream().flatMap(door -> of(door, portal));
    }

    private static Stream<AccessCase> of(Door door, PortalKeys portal) {
        Stream<AccessCase> strangers = BadToken.all().stream()
                .map(bad -> new AccessCase(
                        door, bad.name(), bad.made(portal, door.scope(), BUSINESS), BUSINESS, 401, "unauthorized"));
        String less = door.isForOperators() ? "xpm.read xpm.manage" : door.reads() ? "xpm.operate" : "xpm.read";
        Stream<AccessCase> others = Stream.of(
                new AccessCase(door, "nobody", null, BUSINESS, 401, "unauthorized"),
                new AccessCase(door, "a token for " + less, portal.token(less, BUSINESS), BUSINESS, 403, "forbidden"));
        Stream<AccessCase> foreigners = door.isOfBusiness()
                ? Stream.of(new AccessCase(
                        door,
                        "another business",
                        portal.token(door.isForOperators() ? "xpm.operate" : "xpm.manage", "b-2", "b-1x", "B-1"),
                        BUSINESS,
                        404,
                        "business-not-found"))
                : Stream.empty();
        return Stream.of(strangers, others, foreigners).flatMap(cases -> cases);
    }

    /** Tries it. */
    public void assertRefused() {
        HttpResponse<String> answer = door.call(businessId, token, "application/json", "{}");

        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Assertions.assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        Assertions.assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertSafe(answer);
    }

    /** What every answer must carry, so that no cache keeps it and no browser guesses at it. */
    public static void assertSafe(HttpResponse<?> answer) {
        Assertions.assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        Assertions.assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Override
    public String toString() {
        return door + " to " + who + ": " + status;
    }
}
