package com.nowinfinity.xpm.access.doors;

import com.nowinfinity.xpm.access.PortalKeys;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * A body that no door takes: a line of {@code bad-json.txt} or {@code bad-multipart.txt} at one door.
 *
 * @param codes any of which may be the answer: some doors look at fields one by one
 */
public record BadBody(Door door, String contentType, String body, int status, List<String> codes) {

    private static final String BUSINESS = "b-1";

    /** Every door of the running service that takes JSON or parts, with every body of the file. */
    public static Stream<BadBody> of(URI service) {
        return Stream.concat(
                of(service, "application/json", "/bad-json.txt"),
                of(service, "multipart/form-data", "/bad-multipart.txt"));
    }

    private static Stream<BadBody> of(URI service, String type, String file) {
        return Door.of(service).stream()
                .filter(door -> door.takes().contains(type))
                .flatMap(door -> Lines.of(file).stream()
                        .map(cells -> new BadBody(
                                door,
                                cells.get(0),
                                type.equals("application/json")
                                        ? cells.get(1)
                                        : cells.get(1).translateEscapes(),
                                Integer.parseInt(cells.get(2)),
                                List.of(cells.get(3).split(" ")))));
    }

    /** Tries it. */
    public void assertRefused(PortalKeys portal) {
        HttpResponse<String> answer = door.call(BUSINESS, portal.token(door.scope(), BUSINESS), contentType, body);

        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Assertions.assertThat(answer.body())
                .containsAnyOf(
                        codes.stream().map(code -> "\"code\":\"" + code + "\"").toArray(String[]::new))
                .doesNotContain("com.nowinfinity", "java.", "jackson");
        AccessCase.assertSafe(answer);
    }

    @Override
    public String toString() {
        return door + " " + body.substring(0, Math.min(body.length(), 60)) + ": " + status;
    }
}
