package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@UsesConnector
class BrokerAwayIT {

    private static final String CHANGE = """
            {'eventId': '%s', 'cause': 'EDITED', 'entity': {'entityId': 'c-1', 'version': 1, 'kind': 'COMPANY', 'name': 'Smith'}}""";

    private final TestConnector connector = TestConnector.shared();

    @Test // F20
    void refusesWhatItCannotTellAndTellsLaterWhatItCouldSave(@TempDir Path folder) {
        int kafkaPort = FreePort.any();
        int port = FreePort.any();
        String change = CHANGE.formatted(UUID.randomUUID());
        EmbeddedKafka broker = EmbeddedKafka.start(folder, kafkaPort);
        OtherOwners.makeTopics(
                broker.bootstrapServers(), TestPlatform.shared().registryUri(), TestConnector.PARTITIONS);
        ConfigurableApplicationContext context = connector.start(broker.bootstrapServers(), "broker-away", port);
        connector.endsLater(context);
        Portal portal = new Portal(URI.create("http://localhost:" + port), connector.keys, "b-away");
        portal.put("/labels", "{'structures': [{'structure': 'TRUST', 'labels': 'Before'}]}")
                .expect(200);
        portal.post("/entity-changes", change.replace("Smith", "Before")).expect(202);

        broker.close();
        String lost = CHANGE.formatted(UUID.randomUUID());
        Reply refused = portal.post("/entity-changes", lost).expectProblem(503, "broker-unavailable");
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        portal.post("/pushes", "{'entityId': 'c-1'}").expectProblem(503, "broker-unavailable");
        portal.put("/entities/c-1/link", "{'clientId': 'x-1'}").expectProblem(503, "broker-unavailable");
        Reply saved = portal.put("/labels", "{'structures': [{'structure': 'TRUST', 'labels': 'Meanwhile'}]}")
                .expect(200);
        assertThat(portal.get("/labels").json()).isEqualTo(saved.json());

        try (EmbeddedKafka back = EmbeddedKafka.start(folder, kafkaPort);
                Heard heard = new Heard(context.getBean(EventSubscriptions.class))) {
            assertThat(back.bootstrapServers()).isNotBlank();
            List<ConnectionChanged> told = heard.awaitOf("b-away", Topics.CONNECTION_CHANGED, 2);
            assertThat(told.getLast().getRevision()).isEqualTo(2);
            portal.post("/entity-changes", lost).expect(202);
            assertThat(heard.awaitOf("b-away", Topics.ENTITY_CHANGED, 2))
                    .extracting(EntityChanged::getEventId)
                    .doesNotHaveDuplicates();
        }
    }
}
