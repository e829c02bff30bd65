package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tax file number comes in by one door, leaves by one, and everybody else knows its reference. */
@UsesConnector
class TaxFileNumbersIT {

    private static final String DOOR = "/entities/p-1/tax-file-number";

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @Test
    void isKnownByReferenceAndTailOnlyAndRedeemedByWorkers() {
        put("123 456 782").expect(204);

        Reply known = portal.get(DOOR).expect(200);
        assertThat(known.text("/tfnTail")).isEqualTo("782");
        assertThat(known.response().body()).doesNotContain("123456782", "123 456 782");
        redeem(portal, known.text("/tfnReference")).expect(200);
        assertThat(redeem(portal, known.text("/tfnReference")).text("/tfn")).isEqualTo("123456782");
    }

    @Test
    void travelsWithTheNextChangeOfItsEntity() {
        put("123456782").expect(204);
        String reference = portal.get(DOOR).text("/tfnReference");
        String eventId = UUID.randomUUID().toString();

        change(eventId).expect(202);
        put("876543210").expect(204);
        change(eventId).expect(202);

        List<EntityChanged> told = connector.heard.awaitOf(portal.businessId(), Topics.ENTITY_CHANGED, 2);
        assertThat(told)
                .as("a repeat is the same event, whatever happened meanwhile")
                .extracting(EntityChanged::getEntity)
                .extracting(Entity::getTfnReference, Entity::getTfnTail)
                .containsOnly(tuple(reference, "782"));
    }

    @Test
    void keepsItsReferenceAsLongAsItIsTheSameNumber() {
        put("123456782").expect(204);
        String reference = portal.get(DOOR).text("/tfnReference");
        put("123 456 782").expect(204);
        assertThat(portal.get(DOOR).text("/tfnReference")).isEqualTo(reference);

        put("876543210").expect(204);
        assertThat(portal.get(DOOR).text("/tfnReference")).isNotEqualTo(reference);
        redeem(portal, reference).expectProblem(404, "tax-file-number-not-found");
        portal.delete(DOOR).expect(204);
        portal.get(DOOR).expectProblem(404, "tax-file-number-not-found");
    }

    @Test
    void redeemsByTheEntityWhereNoChangeNamedIt() {
        present(portal, TestConnector.SECRET).expectProblem(404, "tax-file-number-not-found");
        put("123456782").expect(204);

        assertThat(present(portal, TestConnector.SECRET).expect(200).text("/tfn"))
                .isEqualTo("123456782");
        present(connector.business(), TestConnector.SECRET).expectProblem(404, "tax-file-number-not-found");
        present(portal, null).expectProblem(401, "unauthorized");
        connector
                .internal(
                        "GET",
                        "/internal/businesses/%s/entities/a%%20b/tax-file-number".formatted(portal.businessId()),
                        "",
                        TestConnector.SECRET)
                .expectProblem(400, "invalid-id");
    }

    @Test
    void opensForNoOtherBusinessNorWithoutTheSecret() {
        put("123456782").expect(204);
        String reference = portal.get(DOOR).text("/tfnReference");

        redeem(connector.business(), reference).expectProblem(404, "tax-file-number-not-found");
        redeem(portal, "0".repeat(32)).expectProblem(404, "tax-file-number-not-found");
        redeem(portal, "..%2F").expect(400);
        connector.internal("GET", path(portal, reference), "", null).expectProblem(401, "unauthorized");
    }

    @Test
    void doesNotOpenWhereItWasCopiedToAnotherBusinessOrChanged() {
        Portal other = connector.business();
        put("123456782").expect(204);
        other.put(DOOR, "{'tfn': '876543210'}").expect(204);
        Document mine = stored(portal);
        connector
                .database()
                .getCollection("taxFileNumbers")
                .updateOne(
                        new Document("_id", stored(other).getString("_id")),
                        new Document("$set", new Document("sealed", mine.get("sealed"))));

        Reply refused = redeem(other, other.get(DOOR).text("/tfnReference")).expectProblem(500, "internal-error");
        assertThat(refused.response().body()).doesNotContain("123456782", "876543210");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'tfn': '123456789'}",
                "{'tfn': '000000000'}",
                "{'tfn': '00000000'}",
                "{'tfn': '1234567'}",
                "{'tfn': '1234567890'}",
                "{'tfn': '12345678a'}",
                "{'tfn': '１２３４５６７８２'}"
            })
    void refusesWhatIsNoneWithoutRepeatingIt(String body) {
        Reply refused = portal.put(DOOR, body).expectProblem(400, "invalid-tax-file-number");

        assertThat(refused.text("/detail")).doesNotContainPattern("[0-9]{4,}");
        portal.get(DOOR).expect(404);
    }

    @Test
    void takesOldNumbersOfEightDigits() {
        put("81854402").expect(204);
        assertThat(portal.get(DOOR).text("/tfnTail")).isEqualTo("402");
    }

    @Test
    void liesSealedInTheDatabase() {
        put("123456782").expect(204);

        assertThat(stored(portal).toJson()).doesNotContain("123456782");
    }

    private Reply put(String tfn) {
        return portal.put(DOOR, "{'tfn': '%s'}".formatted(tfn));
    }

    private Reply change(String eventId) {
        return portal.post(
                "/entity-changes",
                "{'eventId': '%s', 'cause': 'EDITED', 'entity': {'entityId': 'p-1', 'version': 1, 'kind': 'INDIVIDUAL', 'name': 'Ann Lee'}}"
                        .formatted(eventId));
    }

    private Document stored(Portal of) {
        Document found = connector
                .database()
                .getCollection("taxFileNumbers")
                .find(new Document("businessId", of.businessId()))
                .first();
        assertThat(found).isNotNull();
        return found;
    }

    private Reply present(Portal of, @Nullable String secret) {
        return connector.internal("GET", "/internal/businesses/" + of.businessId() + DOOR, "", secret);
    }

    private Reply redeem(Portal of, String reference) {
        return connector.internal("GET", path(of, reference), "", TestConnector.SECRET);
    }

    private static String path(Portal of, String reference) {
        return "/internal/businesses/" + of.businessId() + "/tax-file-numbers/" + reference;
    }
}
