package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.publishing.BrokerWriter;
import com.nowinfinity.xpm.events.Topic;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Publishes and hears events in the place of the services that are not there, whose topics it makes. */
public final class Bus implements AutoCloseable {

    private final List<ConfigurableApplicationContext> owners;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Bus(String brokers, URI registry, int partitions, List<String> owners) {
        this.owners = owners.stream()
                .map(owner -> new SpringApplicationBuilder(Neighbour.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.config.location=optional:classpath:/none/",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=WARN",
                                "--logging.level.org.apache.kafka=ERROR",
                                "--event-bus.owner=" + owner,
                                "--event-bus.partitions=" + partitions,
                                "--spring.kafka.bootstrap-servers=" + brokers,
                                "--schema-registry.uri=" + registry))
                .toList();
    }

    public <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        publisher().publish(topic, event);
    }

    public <T extends SpecificRecord> CompletableFuture<Void> publishAsync(Topic<T> topic, T event) {
        return publisher().publishAsync(topic, event);
    }

    /** Without waiting; a failure shows at the next call of this method. */
    public <T extends SpecificRecord> void send(Topic<T> topic, T event) {
        requireNoFailure();
        note(publishAsync(topic, event));
    }

    /** As {@link #send}, by the same producer: a record that may be anything. */
    public void sendBytes(Topic<?> topic, String key, byte[] value) {
        requireNoFailure();
        note(owners.getFirst()
                .getBean(BrokerWriter.class)
                .send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value)));
    }

    private void requireNoFailure() {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("An event was not published", failed);
        }
    }

    private void note(CompletableFuture<Void> published) {
        var unused = published.exceptionally(e -> {
            failure.set(e);
            return null;
        });
    }

    /** Hears everything of a topic, from its first record on. */
    public EventSubscription hear(Topic<?> topic, BatchHandler handler) {
        EventSubscription subscription = owners.getFirst()
                .getBean(EventSubscriptions.class)
                .subscribe("hearing-" + UUID.randomUUID(), List.of(topic), handler);
        subscription.start();
        return subscription;
    }

    private EventPublisher publisher() {
        return owners.getFirst().getBean(EventPublisher.class);
    }

    @Override
    public void close() {
        owners.forEach(ConfigurableApplicationContext::close);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Neighbour {}
}
