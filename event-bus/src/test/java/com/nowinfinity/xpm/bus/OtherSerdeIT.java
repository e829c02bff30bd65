package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A site brings serdes of its own, with a registry client of their own, as Confluent's have. */
class OtherSerdeIT {

    private static final AtomicInteger FAILURES = new AtomicInteger();

    /** What any serde for Confluent's frame does, in a few lines. */
    abstract static class Configured {
        private @Nullable Foreign registry;

        public void configure(Map<String, ?> settings, boolean isKey) {
            assertThat(settings.get("auto.register.schemas")).isEqualTo(false);
            assertThat(settings.get("specific.avro.reader")).isEqualTo(true);
            assertThat(settings.get("colour")).isEqualTo("green");
            registry = new Foreign(
                    TestPlatform.shared().bootstrapServers(),
                    Objects.requireNonNull(settings.get("schema.registry.url")).toString());
        }

        Foreign registry() {
            return Objects.requireNonNull(registry);
        }

        public void close() {
            registry().close();
        }
    }

    /** Writes events. */
    public static class OtherSerializer extends Configured implements Serializer<EntityChanged> {
        @Override
        public byte[] serialize(String topic, EntityChanged event) {
            int id = registry()
                    .ask(
                            "POST",
                            "/subjects/" + Topic.subject(topic),
                            Map.of("schema", event.getSchema().toString()))
                    .path("id")
                    .asInt();
            return Foreign.framed(id, event);
        }
    }

    /** Reads events, unless its registry client has a bad day. */
    public static class OtherDeserializer extends Configured implements Deserializer<EntityChanged> {
        @Override
        public EntityChanged deserialize(String topic, byte[] bytes) {
            if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SerializationException("my registry client does not feel well");
            }
            int id = ByteBuffer.wrap(bytes).getInt(1);
            Schema writer = new Schema.Parser()
                    .parse(registry()
                            .ask("GET", "/schemas/ids/" + id, null)
                            .path("schema")
                            .asString());
            try {
                return new SpecificDatumReader<EntityChanged>(writer, EntityChanged.getClassSchema())
                        .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
            } catch (IOException e) {
                throw new SerializationException(e);
            }
        }
    }

    @Test
    void isUsedAndItsFailuresCostNoRecord() {
        List<ReceivedEvent> received = new CopyOnWriteArrayList<>();
        try (TestBus bus = TestBus.start(
                        "event-bus.owner=connector-service",
                        "event-bus.topic-prefix=" + TestBus.site(),
                        "event-bus.serde.serializer=" + OtherSerializer.class.getName(),
                        "event-bus.serde.deserializer=" + OtherDeserializer.class.getName(),
                        "event-bus.serde.properties.colour=green");
                Foreign foreign = new Foreign(
                        TestPlatform.shared().bootstrapServers(),
                        TestPlatform.shared().registryUri())) {
            EntityChanged change = Samples.change("b-1", 1);
            FAILURES.set(3);
            bus.publisher().publish(ENTITY_CHANGED, change);
            bus.subscribe("other", List.of(ENTITY_CHANGED), received::addAll);

            await().until(() -> !received.isEmpty());
            assertThat(received.getFirst().event()).isEqualTo(change);
            assertThat(FAILURES).hasValue(0);
            assertThat(foreign.readAll(Topic.deadLetters(bus.nameOf(ENTITY_CHANGED))))
                    .isEmpty();
        }
    }

    @Test
    void mustBeASerde() {
        assertThatThrownBy(() -> TestBus.start("event-bus.serde.serializer=java.lang.String"))
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The configuration is wrong: event-bus.serde: java.lang.String"
                        + " is no Kafka serde with a constructor without arguments.");
    }
}
