package com.nowinfinity.xpm.report;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The other services, as far as their topics go: they own the rest of the topics, publish and listen. */
final class Neighbours implements AutoCloseable {

    private final ConfigurableApplicationContext connector = start("connector-service");
    private final ConfigurableApplicationContext worker = start("sync-worker");

    /** Publishes and waits for the broker's word. */
    <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        worker.getBean(EventPublisher.class).publish(topic, event);
    }

    /** Publishes in a row, without waiting for each. */
    <T extends SpecificRecord> CompletableFuture<Void> publishLater(Topic<T> topic, T event) {
        return worker.getBean(EventPublisher.class).publishAsync(topic, event);
    }

    /** Everything that comes on a topic, from its beginning. */
    <T extends SpecificRecord> List<T> hear(Topic<T> topic) {
        List<T> heard = new CopyOnWriteArrayList<>();
        EventSubscription subscription = worker.getBean(EventSubscriptions.class)
                .subscribe(
                        "test-" + UUID.randomUUID(),
                        List.of(topic),
                        batch ->
                                batch.forEach(received -> heard.add(topic.type().cast(received.event()))));
        subscription.start();
        return heard;
    }

    /** A new business whose events come in one row with those of this one. */
    Events inRowWith(Events events) {
        Partitions partitions = worker.getBean(Partitions.class);
        return Stream.generate(Events::new)
                .filter(other -> partitions.of(other.businessId) == partitions.of(events.businessId))
                .findFirst()
                .orElseThrow();
    }

    private static ConfigurableApplicationContext start(String owner) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(TestReportService.arguments(
                        "spring.config.location=optional:classpath:/none/",
                        "event-bus.owner=" + owner,
                        "spring.kafka.bootstrap-servers="
                                + TestPlatform.shared().bootstrapServers(),
                        "schema-registry.uri=" + TestPlatform.shared().registryUri()));
    }

    @Override
    public void close() {
        worker.close();
        connector.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
