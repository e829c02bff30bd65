package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site whose broker knows its services by name and tells each what it may do. */
class GuardedBrokerIT {

    @TempDir
    static Path folder;

    private static final String SITE = TestBus.site();
    private static GuardedKafka broker;
    private static TestBus owner;

    @BeforeAll
    static void start() throws Exception {
        broker = GuardedKafka.start(folder);
        broker.allow("connector", ResourceType.TOPIC, "*", AclOperation.ALL);
        broker.allow("connector", ResourceType.GROUP, "*", AclOperation.READ);
        owner = bus("connector", GuardedKafka.password("connector"), "event-bus.owner=connector-service");
        String changes = owner.nameOf(ENTITY_CHANGED);
        broker.allow("worker", ResourceType.TOPIC, changes, AclOperation.READ, AclOperation.DESCRIBE);
        broker.allow("worker", ResourceType.TOPIC, Topic.deadLetters(changes), AclOperation.WRITE);
        broker.allow("worker", ResourceType.GROUP, "*", AclOperation.READ);
    }

    @AfterAll
    static void stop() {
        owner.close();
        broker.close();
    }

    private static TestBus bus(String who, String password, String... more) {
        return TestBus.start(Stream.of(
                        Stream.of("event-bus.topic-prefix=" + SITE),
                        Stream.of(broker.site(who, password)),
                        Stream.of(more))
                .flatMap(properties -> properties)
                .toArray(String[]::new));
    }

    @Test
    void takesEventsOfWhoMayWriteToWhoMayRead() {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        try (TestBus worker = bus("worker", GuardedKafka.password("worker"))) {
            worker.subscribe("guarded", List.of(ENTITY_CHANGED), received::addAll);

            owner.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 1));

            await().untilAsserted(() ->
                    assertThat(received).extracting(Samples::version).containsExactly(1L));
        }
    }

    @Test
    void doesNotLetAWorkerWriteWhatIsThePortals() {
        try (TestBus worker = bus("worker", GuardedKafka.password("worker"))) {
            assertThatThrownBy(() -> worker.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 9)))
                    .isInstanceOf(UnpublishableEventException.class)
                    .hasMessageContaining("does not let this service write");
        }
    }

    @Test
    void doesNotStartWithoutCredentials() {
        assertRefused(
                "event-bus.topic-prefix=" + SITE,
                "event-bus.owner=connector-service",
                "event-bus.start-timeout=3s",
                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed", "secret-of-worker"})
    void doesNotStartWithWrongOnes(String password) {
        assertRefused(Stream.of(
                        Stream.of(
                                "event-bus.topic-prefix=" + SITE,
                                "event-bus.owner=connector-service",
                                "event-bus.start-timeout=2s"),
                        Stream.of(broker.site("connector", password)))
                .flatMap(properties -> properties)
                .toArray(String[]::new));
    }

    @Test
    void doesNotTalkToABrokerWhoseCertificateItDoesNotTrust() {
        assertRefused(Stream.of(
                        Stream.of(
                                "event-bus.topic-prefix=" + SITE,
                                "event-bus.owner=connector-service",
                                "event-bus.start-timeout=2s"),
                        Stream.of(broker.site("connector", GuardedKafka.password("connector")))
                                .filter(property -> !property.contains("truststore")))
                .flatMap(properties -> properties)
                .toArray(String[]::new));
    }

    private static void assertRefused(String... properties) {
        assertThatThrownBy(() -> TestBus.start(properties))
                .hasRootCauseInstanceOf(Exception.class)
                .satisfies(failure -> assertThat(chain(failure))
                        .anyMatch(StartRefusedException.class::isInstance)
                        .noneMatch(cause -> String.valueOf(cause.getMessage()).contains("secret-of-")));
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }
}
