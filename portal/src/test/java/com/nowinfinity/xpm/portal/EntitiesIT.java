package com.nowinfinity.xpm.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.LodgementState;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EntitiesIT {

    private static final String ENTITIES = "/api/businesses/b-1/entities";

    private final RunningPortal portal = RunningPortal.shared();

    @Test
    void tellsEveryEntityOfTheFirstLoadAsImported() {
        await().untilAsserted(() -> assertThat(ofSeed()).hasSize(RunningPortal.SEEDED));

        await("health")
                .untilAsserted(() -> assertThat(portal.send("GET", portal.management("/actuator/health"), null, null)
                                .statusCode())
                        .isEqualTo(200));
    }

    private Set<String> ofSeed() {
        Set<String> ids = new HashSet<>();
        for (EntityChanged change : portal.told()) {
            if (change.getCause() == ChangeCause.IMPORTED) {
                assertThat(change.getBusinessId()).isEqualTo(RunningPortal.BUSINESS);
                assertThat(change.getEntity().getVersion()).isEqualTo(1);
                ids.add(change.getEntity().getEntityId());
            }
        }
        return ids;
    }

    @Test
    void listsEveryEntityOncePageByPage() {
        Set<String> seen = new HashSet<>();
        JsonNode page = portal.get(ENTITIES + "?limit=200");
        while (true) {
            page.path("items")
                    .forEach(entity -> assertThat(
                                    seen.add(entity.path("entityId").asString()))
                            .isTrue());
            if (!page.path("next").isString()) {
                break;
            }
            page = portal.get(
                    ENTITIES + "?limit=200&cursor=" + page.path("next").asString());
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(RunningPortal.SEEDED);
    }

    @Test
    void givesAChangeTheNextVersionAndTellsIt() {
        HttpResponse<String> answer = put("c-10", """
                {"cause": "CORPORATE_MESSENGER", "lodgement": {"form": "484", "state": "ACCEPTED"},
                 "entity": {"entityId": "c-10", "version": 1, "kind": "COMPANY", "name": "Renamed Pty Ltd"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningPortal.json(answer).path("version").asLong()).isEqualTo(2);
        assertThat(portal.get(ENTITIES + "/c-10").path("name").asString()).isEqualTo("Renamed Pty Ltd");
        EntityChanged told = awaitTold("c-10", 2);
        assertThat(told.getCause()).isEqualTo(ChangeCause.CORPORATE_MESSENGER);
        assertThat(told.getLodgement().getState()).isEqualTo(LodgementState.ACCEPTED);
        assertThat(told.getEntity().getName()).isEqualTo("Renamed Pty Ltd");
    }

    @Test
    void takesANewEntityAtVersionOne() {
        HttpResponse<String> answer = put("n-1", """
                {"cause": "CREATED", "entity": {"entityId": "n-1", "kind": "INDIVIDUAL", "name": "Ada Quarrington",
                 "person": {"firstName": "Ada", "lastName": "Quarrington"}}}
                """);

        assertThat(RunningPortal.json(answer).path("version").asLong()).isEqualTo(1);
        assertThat(awaitTold("n-1", 1).getEntity().getPersonFirstName()).isEqualTo("Ada");
    }

    @Test
    void refusesAChangeThatIsBasedOnAnOlderVersion() {
        String change =
                "{\"entity\": {\"entityId\": \"c-11\", \"version\": %d, \"kind\": \"COMPANY\", \"name\": \"X\"}}";
        assertThat(put("c-11", change.formatted(1)).statusCode()).isEqualTo(200);

        HttpResponse<String> late = put("c-11", change.formatted(1));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(RunningPortal.json(late).path("code").asString()).isEqualTo("version-conflict");
        assertThat(put("c-11", change.formatted(0)).statusCode()).isEqualTo(409);
        assertThat(put("c-11", change.formatted(7)).statusCode()).isEqualTo(409);
    }

    @Test
    void doesNotKnowAnEntityThatNobodyMade() {
        assertThat(portal.send("GET", ENTITIES + "/none", portal.manager(), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesALimitOrCursorThatIsNone() {
        for (String query : List.of("?limit=0", "?limit=501", "?limit=many", "?cursor=%25")) {
            assertThat(portal.send("GET", ENTITIES + query, portal.manager(), null)
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    private HttpResponse<String> put(String entityId, String body) {
        return portal.send("PUT", ENTITIES + "/" + entityId, portal.manager(), body);
    }

    private EntityChanged awaitTold(String entityId, long version) {
        return await().until(
                        () -> portal.told().stream()
                                .filter(change ->
                                        change.getEntity().getEntityId().equals(entityId)
                                                && change.getEntity().getVersion() == version)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
