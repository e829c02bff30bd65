package com.nowinfinity.xpm.access.doors;

import com.nowinfinity.xpm.access.PortalKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** Every door by the service's own description, with everyone and everything that should not come through it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EveryDoor {

    private static final Set<String> DESCRIPTION = Set.of("GET /v3/api-docs", "GET /v3/api-docs.yaml");

    protected abstract URI service() throws Exception;

    protected abstract URI management() throws Exception;

    protected abstract PortalKeys portal() throws Exception;

    /** The service itself, which knows its doors better than its description does. */
    protected abstract ApplicationContext context() throws Exception;

    /** What the service has besides {@code /api}, each with the status that somebody gets who brings nothing. */
    protected Map<String, Integer> doorsOutside() {
        return Map.of();
    }

    Stream<AccessCase> accessCases() throws Exception {
        return AccessCase.of(service(), portal());
    }

    @ParameterizedTest
    @MethodSource("accessCases")
    protected void refusesEveryoneWhoShouldNotComeThrough(AccessCase attempt) {
        attempt.assertRefused();
    }

    Stream<BadBody> bodies() throws Exception {
        return BadBody.of(service());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    protected void refusesAtEveryDoorWhatNoDoorTakes(BadBody body) throws Exception {
        body.assertRefused(portal());
    }

    @Test
    protected void keepsItsAnswersOutOfCachesToThoseWhoMayAsToOthers() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Door door : Door.of(service())) {
            if (door.reads()) {
                HttpResponse<InputStream> answer = door.open("b-safe", portal());
                close(answer);
                Assertions.assertThat(answer.statusCode()).as(door.toString()).isIn(200, 400, 404);
                AccessCase.assertSafe(answer);
                statuses.add(answer.statusCode());
            }
        }
        Assertions.assertThat(statuses).contains(200);
    }

    @Test
    protected void hasNoOtherDoors() throws Exception {
        Set<String> described = Door.of(service()).stream().map(Door::toString).collect(Collectors.toSet());
        Map<String, Integer> found = new TreeMap<>();
        for (Door door : Door.of(service(), context())) {
            if (!described.contains(door.toString())) {
                HttpResponse<String> answer = door.knock();
                found.put(door.toString(), answer.statusCode());
            }
        }
        found.keySet().removeAll(DESCRIPTION);
        Assertions.assertThat(found).isEqualTo(new TreeMap<>(doorsOutside()));
    }

    @Test
    protected void keepsEverythingButHealthAndMetricsFromTheManagementPort() throws Exception {
        ManagementPort.assertShowsHealthAndMetricsOnly(management());
    }

    private static void close(HttpResponse<InputStream> answer) throws IOException {
        answer.body().close();
    }
}
