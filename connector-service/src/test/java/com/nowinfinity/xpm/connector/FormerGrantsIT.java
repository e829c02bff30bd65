package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a business has given up is closed at Xero, however long that takes. */
@UsesConnector
class FormerGrantsIT {

    private static final String REVOCATION = "/connect/revocation";
    private static final String REFRESH = "grant_type=refresh_token";

    private final TestConnector connector = TestConnector.shared();
    private final Portal portal = connector.business();

    @BeforeEach
    void connect() {
        // A user whom no other business of these tests has.
        connector.consentAs(portal.businessId(), List.of(connector.tenant(1)));
        assertThat(portal.connect()).isEqualTo("connected");
        connector.gateway.forget();
    }

    @Test
    void isTriedAgainWithGrowingPausesAndNeverGivenUp() {
        connector.gateway.next(500, "");
        portal.delete("/connection").expect(204);
        await().untilAsserted(() -> assertThat(former()).hasSize(1).allMatch(one -> one.getInteger("attempts") == 1));
        assertThat(notBefore())
                .isAfter(Instant.now().plusSeconds(30))
                .isBefore(Instant.now().plusSeconds(90));

        close();
        assertThat(connector.gateway.calls(REVOCATION))
                .as("not before its time")
                .isEqualTo(1);

        change(new Document("former.0.attempts", 50).append("former.0.notBefore", Date.from(Instant.EPOCH)));
        connector.gateway.next(503, "");
        close();
        assertThat(former()).hasSize(1);
        assertThat(notBefore())
                .isAfter(Instant.now().plusSeconds(5 * 3600))
                .isBefore(Instant.now().plusSeconds(7 * 3600));

        change(new Document("former.0.notBefore", Date.from(Instant.EPOCH)));
        close();
        assertThat(former()).isEmpty();
        assertThat(connector.gateway.calls(REVOCATION)).isEqualTo(3);
    }

    @Test
    void revokesAlsoAfterTheAccessTokenWasRefused() {
        change(new Document("grant.access", sealed(Purpose.ACCESS_TOKEN, "no-token-of-xero")));

        portal.delete("/connection").expect(204);

        await().untilAsserted(() -> assertThat(former()).isEmpty());
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(1);
        assertThat(connector.gateway.calls(REVOCATION)).isEqualTo(1);
    }

    @Test
    void keepsTheSuccessorOfATokenThatItHadToUse() {
        change(new Document("grant.expiresAt", Date.from(Instant.EPOCH)));
        Binary before = refresh("grant");
        connector.gateway.next(
                200,
                "{\"access_token\": \"a\", \"refresh_token\": \"r-2\", \"expires_in\": 1800,"
                        + " \"token_type\": \"Bearer\"}");
        connector.gateway.next(500, "");

        portal.delete("/connection").expect(204);

        await().untilAsserted(() -> assertThat(former()).hasSize(1).allMatch(one -> one.getInteger("attempts") == 1));
        Binary kept = former().getFirst().get("grant", Document.class).get("refresh", Binary.class);
        assertThat(kept).isNotEqualTo(before);
        Secret opened = seal().open(portal.businessId(), Purpose.REFRESH_TOKEN, kept.getData());
        assertThat(opened).isEqualTo(new Secret("r-2"));
        change(new Document("former", List.of()));
    }

    @Test
    void endsWhereXeroHasRefusedTheGrantTwice() {
        change(new Document("grant.expiresAt", Date.from(Instant.EPOCH))
                .append("grant.refresh", sealed(Purpose.REFRESH_TOKEN, "no-token-of-xero")));

        portal.delete("/connection").expect(204);
        await().untilAsserted(() -> assertThat(former()).hasSize(1).allMatch(one -> one.getInteger("attempts") == 1));
        change(new Document("former.0.notBefore", Date.from(Instant.EPOCH)));
        close();

        assertThat(former()).isEmpty();
        assertThat(connector.gateway.calls(REFRESH)).isEqualTo(2);
    }

    private void close() {
        connector.chore("closing former connections");
    }

    private Seal seal() {
        return connector.context.getBean(Seal.class);
    }

    private Binary sealed(Purpose purpose, String secret) {
        return new Binary(seal().close(portal.businessId(), purpose, new Secret(secret)));
    }

    private Binary refresh(String of) {
        return stored().get(of, Document.class).get("refresh", Binary.class);
    }

    private Instant notBefore() {
        return former().getFirst().getDate("notBefore").toInstant();
    }

    private List<Document> former() {
        return stored().getList("former", Document.class);
    }

    private Document stored() {
        return Objects.requireNonNull(connector
                .database()
                .getCollection("businesses")
                .find(new Document("_id", portal.businessId()))
                .first());
    }

    private void change(Document fields) {
        connector
                .database()
                .getCollection("businesses")
                .updateOne(new Document("_id", portal.businessId()), new Document("$set", fields));
    }
}
