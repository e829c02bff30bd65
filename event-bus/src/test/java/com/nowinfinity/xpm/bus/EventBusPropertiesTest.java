package com.nowinfinity.xpm.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.bus.registry.SchemaRegistryProperties;
import com.nowinfinity.xpm.events.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EventBusPropertiesTest {

    @Test
    void pinsEveryDefault() {
        assertThat(bound(Map.of()))
                .isEqualTo(new EventBusProperties(
                        EventBusProperties.Owner.NONE,
                        "",
                        Topics.DEFAULT_PARTITIONS,
                        null,
                        Duration.ofMinutes(2),
                        new EventBusProperties.Publishing(Duration.ofSeconds(10), Duration.ofMillis(5)),
                        new EventBusProperties.Consuming(
                                500,
                                Duration.ofMinutes(5),
                                Duration.ofSeconds(10),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10)),
                        new EventBusProperties.Serde(null, null, Map.of())));
    }

    @Test
    void pinsEveryName() {
        EventBusProperties properties = bound(Map.ofEntries(
                Map.entry("event-bus.owner", "sync-worker"),
                Map.entry("event-bus.topic-prefix", "site-"),
                Map.entry("event-bus.partitions", "3"),
                Map.entry("event-bus.replication-factor", "2"),
                Map.entry("event-bus.start-timeout", "1s"),
                Map.entry("event-bus.publishing.timeout", "2s"),
                Map.entry("event-bus.publishing.linger", "1ms"),
                Map.entry("event-bus.consuming.records-per-poll", "7"),
                Map.entry("event-bus.consuming.poll-interval", "1m"),
                Map.entry("event-bus.consuming.session-timeout", "6s"),
                Map.entry("event-bus.consuming.first-pause", "1ms"),
                Map.entry("event-bus.consuming.longest-pause", "2ms"),
                Map.entry("event-bus.consuming.unknown-schema-pause", "3ms"),
                Map.entry("event-bus.serde.serializer", "org.apache.kafka.common.serialization.StringSerializer"),
                Map.entry("event-bus.serde.deserializer", "org.apache.kafka.common.serialization.StringDeserializer"),
                Map.entry("event-bus.serde.properties[basic.auth.user.info]", "a:b")));

        assertThat(properties)
                .isEqualTo(new EventBusProperties(
                        EventBusProperties.Owner.SYNC_WORKER,
                        "site-",
                        3,
                        (short) 2,
                        Duration.ofSeconds(1),
                        new EventBusProperties.Publishing(Duration.ofSeconds(2), Duration.ofMillis(1)),
                        new EventBusProperties.Consuming(
                                7,
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(6),
                                Duration.ofMillis(1),
                                Duration.ofMillis(2),
                                Duration.ofMillis(3)),
                        new EventBusProperties.Serde(
                                StringSerializer.class,
                                StringDeserializer.class,
                                Map.of("basic.auth.user.info", "a:b"))));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("topic-prefix", "a b", "topic-prefix may hold letters, digits, '.', '_' and '-' only"),
                Arguments.of("partitions", "0", "partitions must be at least 1"),
                Arguments.of("replication-factor", "-1", "replication-factor must be at least 1"),
                Arguments.of("start-timeout", "0s", "start-timeout must be longer than nothing"),
                Arguments.of("publishing.timeout", "10ms", "publishing.timeout must be at least 1s"),
                Arguments.of("publishing.linger", "5s", "publishing.linger must be below 1s"),
                Arguments.of("consuming.records-per-poll", "0", "consuming.records-per-poll must be at least 1"),
                Arguments.of(
                        "consuming.poll-interval", "1s", "consuming.poll-interval must not be below session-timeout"),
                Arguments.of("consuming.session-timeout", "1s", "consuming.session-timeout must be at least 6s"),
                Arguments.of("consuming.first-pause", "-1s", "consuming.first-pause must be longer than nothing"),
                Arguments.of("consuming.longest-pause", "1ms", "consuming.longest-pause must not be below first-pause"),
                Arguments.of(
                        "consuming.unknown-schema-pause",
                        "0s",
                        "consuming.unknown-schema-pause must be longer than nothing"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrongInOneSentence(String name, String value, String rule) {
        assertThatThrownBy(() -> bound(Map.of("event-bus." + name, value)))
                .rootCause()
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The configuration is wrong: event-bus." + rule + ".");
    }

    @Test
    void theRegistryMustBeNamed() {
        assertThatThrownBy(() -> new SchemaRegistryProperties(null, null, null).required())
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The configuration is wrong: schema-registry.uri (SCHEMA_REGISTRY_URI) is not set.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry:8085", "ftp://registry/apis", "/apis/ccompat/v7", "http:///x"})
    void theRegistryMustBeAnAddressOfTheWeb(String uri) {
        assertThatThrownBy(() -> new SchemaRegistryProperties(URI.create(uri), null, null).required())
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The configuration is wrong: schema-registry.uri must be an http or https address, but is "
                        + uri + ".");
    }

    @Test
    void theRegistrysCredentialsGoTogetherAndNotIntoItsAddress() {
        URI registry = URI.create("https://registry:8085");

        assertThatThrownBy(() -> new SchemaRegistryProperties(registry, "worker", "").required())
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("The configuration is wrong: schema-registry.username and schema-registry.password go"
                        + " together.");
        assertThatThrownBy(() -> new SchemaRegistryProperties(URI.create("https://worker:canary@registry"), null, null)
                        .required())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("must not hold credentials")
                .hasMessageNotContaining("canary");
        assertThat(new SchemaRegistryProperties(registry, "worker", "canary").toString())
                .doesNotContain("canary");
    }

    private static EventBusProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(new HashMap<>(properties)))
                .bindOrCreate("event-bus", EventBusProperties.class);
    }
}
