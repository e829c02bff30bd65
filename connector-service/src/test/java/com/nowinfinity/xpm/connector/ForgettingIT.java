package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UsesConnector
class ForgettingIT {

    private final TestConnector connector = TestConnector.shared();
    private final Portal leaving = connector.business();
    private final Portal staying = connector.business();

    @AfterEach
    void disconnect() {
        leaving.delete("/connection").expect(204);
    }

    @Test
    void leavesNothingOfABusinessAndEverythingOfTheOthers() {
        connector.consentAs("Zoe", null);
        assertThat(leaving.connect()).isEqualTo("connected");
        use(leaving);
        use(staying);
        List<String> before = collectionsOf(staying);
        assertThat(collectionsOf(leaving)).contains("documents", "document-pieces", "pushes", "taxFileNumbers");
        long epoch = leaving.get("/connection").at("/epoch").asLong();

        forget("xpm.operate").expect(204);

        await().untilAsserted(() -> assertThat(collectionsOf(leaving)).containsExactly("businesses"));
        await().untilAsserted(() -> assertThat(document(leaving).toJson())
                .doesNotContain("@", "Pat", "access", "refresh", "Zoe", connector.tenant(0)));
        assertThat(collectionsOf(staying)).isEqualTo(before);
        List<ConnectionChanged> told = connector.heard.of(leaving.businessId(), Topics.CONNECTION_CHANGED);
        assertThat(told.getLast().getForgottenAt()).isNotNull();
        assertThat(told.getLast().getLinksForgottenAt()).isNotNull();
        assertThat(told.getLast().getState()).isEqualTo(ConnectionState.NOT_CONNECTED);
        assertThat(leaving.get("/settings").at("/newClients").isNull()).isTrue();

        assertThat(leaving.connect()).as("it comes back as a new one").isEqualTo("connected");
        assertThat(leaving.get("/connection").at("/epoch").asLong()).isGreaterThan(epoch);
    }

    @Test
    void isForOperatorsAlone() {
        use(leaving);

        forget("xpm.manage").expectProblem(403, "forbidden");

        assertThat(collectionsOf(leaving)).contains("pushes");
    }

    @Test
    void givesUpLinksAlsoWithoutForgettingTheRest() {
        leaving.put("/settings", "{'documentFolder': 'Kept'}").expect(200);

        leaving.delete("/connection?keepLinks=false").expect(204);

        ConnectionChanged told = connector
                .heard
                .awaitOf(leaving.businessId(), Topics.CONNECTION_CHANGED, 2)
                .getLast();
        assertThat(told.getLinksForgottenAt()).isNotNull();
        assertThat(told.getForgottenAt()).isNull();
        assertThat(leaving.get("/settings").text("/documentFolder")).isEqualTo("Kept");
    }

    private static void use(Portal portal) {
        portal.put("/settings", "{'newClients': {'partner': 'Pat'}}").expect(200);
        portal.put("/entities/c-1/tax-file-number", "{'tfn': '123456782'}").expect(204);
        portal.upload(
                        "{'entityId': 'c-1', 'title': 'Deed', 'folder': 'Deeds', 'executed': true}",
                        "deed.pdf",
                        "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))
                .expect(202);
        portal.post("/pushes", "{'entityId': 'c-1'}").expect(202);
    }

    private Reply forget(String scope) {
        return Portal.exchange(
                "DELETE",
                connector.uri.resolve("/api/businesses/" + leaving.businessId() + "/data"),
                BodyPublishers.noBody(),
                Map.of("Authorization", "Bearer " + connector.keys.token(scope, leaving.businessId())));
    }

    private Document document(Portal portal) {
        Document found = connector
                .database()
                .getCollection("businesses")
                .find(new Document("_id", portal.businessId()))
                .first();
        return found == null ? new Document() : found;
    }

    private List<String> collectionsOf(Portal portal) {
        Document ofBusiness = new Document(
                "$or",
                List.of(
                        new Document("_id", new Document("$regex", "^" + portal.businessId())),
                        new Document("businessId", portal.businessId())));
        return connector.database().listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> connector
                                .database()
                                .getCollection(name)
                                .find(ofBusiness)
                                .first()
                        != null)
                .sorted()
                .toList();
    }
}
