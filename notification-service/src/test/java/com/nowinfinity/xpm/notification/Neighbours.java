package com.nowinfinity.xpm.notification;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The other services, as far as their topics go: they own the topics and publish. */
final class Neighbours implements AutoCloseable {

    private final ConfigurableApplicationContext connector = start("connector-service");
    private final ConfigurableApplicationContext worker = start("sync-worker");
    private final ConfigurableApplicationContext report = start("report-service");

    /** Publishes and waits for the broker's word. */
    <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        worker.getBean(EventPublisher.class).publish(topic, event);
    }

    private static ConfigurableApplicationContext start(String owner) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(TestNotificationService.arguments(
                        "spring.config.location=optional:classpath:/none/",
                        "event-bus.owner=" + owner,
                        "spring.kafka.bootstrap-servers="
                                + TestPlatform.shared().bootstrapServers(),
                        "schema-registry.uri=" + TestPlatform.shared().registryUri()));
    }

    @Override
    public void close() {
        report.close();
        worker.close();
        connector.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
