package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with nothing but the event bus, as Spring Boot sets it up, on the shared platform. */
final class TestBus implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final ConfigurableApplicationContext context;

    private TestBus(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A prefix that no other test has. */
    static String site() {
        return "t" + UUID.randomUUID().toString().substring(0, 8) + "-";
    }

    /** A service that owns connector-service's topics under a prefix of its own. */
    static TestBus owner() {
        return start("event-bus.owner=connector-service", "event-bus.topic-prefix=" + site());
    }

    static TestBus start(String... properties) {
        TestPlatform platform = TestPlatform.shared();
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "spring.kafka.bootstrap-servers", platform.bootstrapServers(),
                "schema-registry.uri", platform.registryUri(),
                "event-bus.partitions", Integer.toString(PARTITIONS),
                "event-bus.consuming.longest-pause", "500ms",
                "logging.level.org.apache.kafka", "warn",
                "logging.level.kafka", "warn",
                "logging.level.state.change.logger", "warn",
                "logging.level.org.springframework.kafka", "warn",
                "spring.main.banner-mode", "off"));
        for (String property : properties) {
            all.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
        }
        return new TestBus(new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .run(all.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new)));
    }

    EventPublisher publisher() {
        return context.getBean(EventPublisher.class);
    }

    Admin admin() {
        return context.getBean(Admin.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String nameOf(Topic<?> topic) {
        return context.getBean(TopicNames.class).of(topic);
    }

    EventSubscription subscribe(String group, List<Topic<?>> topics, BatchHandler handler) {
        return started(context.getBean(EventSubscriptions.class).subscribe(group, topics, handler));
    }

    EventSubscription subscribe(
            String group, List<Topic<?>> topics, BatchHandler handler, AssignmentListener listener) {
        return started(context.getBean(EventSubscriptions.class).subscribe(group, topics, handler, listener));
    }

    private EventSubscription started(EventSubscription subscription) {
        subscription.start();
        return subscription;
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
