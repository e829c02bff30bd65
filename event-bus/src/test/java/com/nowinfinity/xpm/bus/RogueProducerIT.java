package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** F23: somebody publishes in a schema that does not go with ours. The build's own check is CompatibilityTest. */
class RogueProducerIT {

    private static final String BUSINESS = "b-rogue";

    private final List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
    private TestBus bus;
    private Foreign foreign;
    private String topic;

    @BeforeEach
    void start() {
        bus = TestBus.owner();
        foreign = new Foreign(
                TestPlatform.shared().bootstrapServers(), TestPlatform.shared().registryUri());
        topic = bus.nameOf(ENTITY_CHANGED);
        bus.subscribe("rogue", List.of(ENTITY_CHANGED), received::addAll);
    }

    @AfterEach
    void stop() {
        foreign.close();
        bus.close();
    }

    @Test
    void f23IsRefusedAtRegistration() {
        JsonNode answer = offered();

        assertThat(answer.path("error_code").asInt()).isEqualTo(409);
        assertThat(foreign.ask("GET", "/subjects/" + Topic.subject(topic) + "/versions", null))
                .hasSize(1);
    }

    @Test
    void f23IsADeadLetterWhenItForcesItsSchemaIn() {
        foreign.ask("PUT", "/config/" + Topic.subject(topic), Map.of("compatibility", "NONE"));
        int forced = offered().path("id").asInt();
        int ours = foreign.register(topic + "-own", ENTITY_CHANGED.schema());
        GenericRecord rogue = new GenericData.Record(incompatible());
        rogue.put("eventId", 7L);

        foreign.send(topic, BUSINESS, Foreign.framed(ours, Samples.change(BUSINESS, 1)));
        foreign.send(topic, BUSINESS, Foreign.framed(forced, rogue));
        foreign.send(topic, BUSINESS, Foreign.framed(ours, Samples.change(BUSINESS, 2)));

        await().untilAsserted(
                        () -> assertThat(received).extracting(Samples::version).containsExactly(1L, 2L));
        List<ConsumerRecord<byte[], byte[]>> dead =
                await().until(() -> foreign.readAll(Topic.deadLetters(topic)), letters -> !letters.isEmpty());
        assertThat(dead).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(Foreign.framed(forced, rogue));
            assertThat(new String(letter.headers().lastHeader("cause").value(), StandardCharsets.UTF_8))
                    .startsWith("malformed: ");
        });
    }

    private JsonNode offered() {
        return foreign.ask(
                "POST",
                "/subjects/" + Topic.subject(topic) + "/versions",
                Map.of("schema", incompatible().toString()));
    }

    /** The name of ours, and a number where ours has a text. */
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
