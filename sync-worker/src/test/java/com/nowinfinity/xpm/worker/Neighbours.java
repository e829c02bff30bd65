package com.nowinfinity.xpm.worker;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The services that own the other topics, as far as a worker meets them: on the bus. */
final class Neighbours implements AutoCloseable {

    private final ConfigurableApplicationContext connector = neighbour("connector-service");
    private final ConfigurableApplicationContext report = neighbour("report-service");

    <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        connector.getBean(EventPublisher.class).publish(topic, event);
    }

    /** Bytes that no publisher of ours would send. */
    void send(String businessId, Topic<?> topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestPlatform.shared().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(topic.name(), businessId.getBytes(StandardCharsets.UTF_8), value));
        }
    }

    /** Hears what is told of a business from the first event on. */
    <T extends SpecificRecord> void hear(String ofBusiness, Topic<T> topic, Consumer<T> listener) {
        connector
                .getBean(EventSubscriptions.class)
                .subscribe(
                        "test-" + UUID.randomUUID(),
                        List.of(topic),
                        batch -> batch.stream()
                                .filter(received -> received.businessId().equals(ofBusiness))
                                .forEach(
                                        received -> listener.accept(topic.type().cast(received.event()))))
                .start();
    }

    private static ConfigurableApplicationContext neighbour(String owner) {
        return new SpringApplicationBuilder(Neighbour.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--event-bus.owner=" + owner,
                        "--spring.kafka.bootstrap-servers="
                                + TestPlatform.shared().bootstrapServers(),
                        "--schema-registry.uri=" + TestPlatform.shared().registryUri());
    }

    @Override
    public void close() {
        report.close();
        connector.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Neighbour {}
}
