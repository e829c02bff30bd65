package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.CONNECTION_CHANGED;
import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static com.nowinfinity.xpm.events.Topics.REPORT_PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.NestedExceptionUtils;

/** What a service does for its topics before it starts to work, and what stops it. */
@ExtendWith(OutputCaptureExtension.class)
class OwnedTopicsIT {

    @Test
    void theOwnerMakesItsTopicsWithTheirDeadLettersAndGuardsTheirSchemas() throws Exception {
        try (TestBus bus = TestBus.owner();
                Foreign foreign = foreign()) {
            String changes = bus.nameOf(ENTITY_CHANGED);
            String connections = bus.nameOf(CONNECTION_CHANGED);
            Admin admin = bus.admin();

            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .contains(changes, Topic.deadLetters(changes), connections, Topic.deadLetters(connections))
                    .doesNotContain(bus.nameOf(REPORT_PUBLISHED));
            admin.describeTopics(List.of(changes, Topic.deadLetters(changes)))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> assertThat(topic.partitions()).hasSize(TestBus.PARTITIONS));
            assertThat(config(admin, changes))
                    .containsEntry("cleanup.policy", "delete")
                    .containsEntry(
                            "retention.ms", Long.toString(Duration.ofDays(30).toMillis()));
            assertThat(config(admin, connections)).containsEntry("cleanup.policy", "compact");
            assertThat(config(admin, Topic.deadLetters(connections))).containsEntry("cleanup.policy", "delete");

            assertThat(foreign.ask("GET", "/config/" + Topic.subject(changes), null)
                            .path("compatibilityLevel")
                            .asString())
                    .isEqualTo("FULL_TRANSITIVE");
            assertThat(foreign.ask(
                                    "POST",
                                    "/subjects/" + Topic.subject(changes) + "/versions",
                                    Map.of("schema", incompatible().toString()))
                            .path("error_code")
                            .asInt())
                    .isEqualTo(409);
        }
    }

    @Test
    void startingAgainChangesNothing() throws Exception {
        String prefix = TestBus.site();
        try (TestBus first = start(prefix);
                Foreign foreign = foreign()) {
            int id = latest(foreign, first);
            try (TestBus second = start(prefix)) {
                assertThat(latest(foreign, second)).isEqualTo(id);
            }
        }
    }

    @Test
    void aSchemaThatDoesNotGoWithAnEarlierOneStopsTheStart() {
        String prefix = TestBus.site();
        try (Foreign foreign = foreign()) {
            foreign.register(Topic.subject(prefix + ENTITY_CHANGED.name()), incompatible());
        }

        assertRefused(
                prefix,
                "This version cannot run beside earlier ones: the registry refuses the schema of " + prefix
                        + "entity-changed-value: ");
    }

    @Test
    void aTopicWithAnotherNumberOfPartitionsStopsTheStart() throws Exception {
        String prefix = TestBus.site();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(prefix + ENTITY_CHANGED.name(), 7, (short) 1)))
                    .all()
                    .get();
        }

        assertRefused(
                prefix,
                "The configuration is wrong: topic " + prefix
                        + "entity-changed has 7 partitions, but event-bus.partitions is 3.");
    }

    @Test
    void f21ARegistryThatStaysAwayStopsTheStartInTheEnd() {
        String nobody = "http://127.0.0.1:" + FreePort.any();

        assertRefused(
                TestBus.site(),
                "Gave up after 1 s of waiting: the schema registry at " + nobody,
                "schema-registry.uri=" + nobody + "/apis/ccompat/v7",
                "event-bus.start-timeout=1s");
    }

    @Test
    void whatStopsTheStartIsSaidInOneSentence(CapturedOutput output) {
        assertThatThrownBy(() -> TestBus.start("schema-registry.uri=registry:8085"))
                .isNotNull();

        assertThat(output)
                .contains(
                        "The configuration is wrong: schema-registry.uri must be an http or https address, but is registry:8085.")
                .doesNotContain("at com.nowinfinity");
    }

    private static TestBus start(String prefix) {
        return TestBus.start("event-bus.owner=connector-service", "event-bus.topic-prefix=" + prefix);
    }

    private static void assertRefused(String prefix, String sentence, String... more) {
        String[] properties = new String[more.length + 2];
        properties[0] = "event-bus.owner=connector-service";
        properties[1] = "event-bus.topic-prefix=" + prefix;
        System.arraycopy(more, 0, properties, 2, more.length);
        assertThatThrownBy(() -> TestBus.start(properties))
                .satisfies(failure -> assertThat(refusal(failure)).hasMessageStartingWith(sentence));
    }

    private static StartRefusedException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refusal) {
                return refusal;
            }
        }
        throw new AssertionError("refused for no reason of ours", NestedExceptionUtils.getMostSpecificCause(failure));
    }

    private static int latest(Foreign foreign, TestBus bus) {
        return foreign.ask("GET", "/subjects/" + Topic.subject(bus.nameOf(ENTITY_CHANGED)) + "/versions/latest", null)
                .path("id")
                .asInt();
    }

    private static Map<String, String> config(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        Map<String, String> entries = new HashMap<>();
        config.entries().forEach(entry -> entries.put(entry.name(), entry.value()));
        return entries;
    }

    private static Foreign foreign() {
        return new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri());
    }

    private static Schema incompatible() {
        return SchemaBuilder.record("EntityChanged")
                .namespace("com.nowinfinity.xpm.events")
                .fields()
                .name("eventId")
                .type()
                .longType()
                .noDefault()
                .endRecord();
    }
}
