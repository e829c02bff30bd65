package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service uses the event bus.
 *
 * @param owner whose topics this service creates and whose schemas it registers when it starts
 * @param topicPrefix in front of every topic, subject and group, for sites that share a broker
 * @param partitions of every topic; must be what the topics have
 * @param replicationFactor of topics this service creates; null leaves it to the broker
 * @param startTimeout how long the start waits for the broker and the registry before it gives up
 */
@ConfigurationProperties("event-bus")
public record EventBusProperties(
        @DefaultValue("none") Owner owner,
        @DefaultValue("") String topicPrefix,
        @DefaultValue("24") int partitions,
        @Nullable Short replicationFactor,
        @DefaultValue("2m") Duration startTimeout,
        @DefaultValue Publishing publishing,
        @DefaultValue Consuming consuming,
        @DefaultValue Serde serde) {

    public EventBusProperties {
        require(topicPrefix.matches("[a-zA-Z0-9._-]*"), "topic-prefix may hold letters, digits, '.', '_' and '-' only");
        require(partitions > 0, "partitions must be at least 1");
        require(replicationFactor == null || replicationFactor > 0, "replication-factor must be at least 1");
        require(isPositive(startTimeout), "start-timeout must be longer than nothing");
    }

    /** Who owns topics; a service that owns none only publishes and consumes. */
    public enum Owner {
        NONE,
        CONNECTOR_SERVICE,
        SYNC_WORKER,
        REPORT_SERVICE;

        public List<Topic<?>> topics() {
            return this == NONE ? List.of() : Topics.ownedBy(Topic.Owner.valueOf(name()));
        }
    }

    /**
     * Publishing.
     *
     * @param timeout from the call to the broker's last word on an event
     * @param linger how long an event may wait for others to travel with
     */
    public record Publishing(
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("5ms") Duration linger) {

        public Publishing {
            require(timeout.compareTo(Duration.ofSeconds(1)) >= 0, "publishing.timeout must be at least 1s");
            require(
                    !linger.isNegative() && linger.compareTo(Duration.ofSeconds(1)) < 0,
                    "publishing.linger must be below 1s");
        }
    }

    /**
     * Consuming.
     *
     * @param recordsPerPoll most events in one batch
     * @param pollInterval a handler that takes longer loses its partitions to another consumer
     * @param sessionTimeout a consumer that is silent for longer has died
     * @param firstPause before a batch that failed comes again; doubles with each failure
     * @param longestPause where it stops doubling
     * @param unknownSchemaPause a schema id is unknown when the registry says so twice, this far apart
     */
    public record Consuming(
            @DefaultValue("500") int recordsPerPoll,
            @DefaultValue("5m") Duration pollInterval,
            @DefaultValue("10s") Duration sessionTimeout,
            @DefaultValue("200ms") Duration firstPause,
            @DefaultValue("10s") Duration longestPause,
            @DefaultValue("10s") Duration unknownSchemaPause) {

        public Consuming {
            require(recordsPerPoll > 0, "consuming.records-per-poll must be at least 1");
            require(
                    pollInterval.compareTo(sessionTimeout) >= 0,
                    "consuming.poll-interval must not be below session-timeout");
            require(
                    sessionTimeout.compareTo(Duration.ofSeconds(6)) >= 0,
                    "consuming.session-timeout must be at least 6s");
            require(isPositive(firstPause), "consuming.first-pause must be longer than nothing");
            require(longestPause.compareTo(firstPause) >= 0, "consuming.longest-pause must not be below first-pause");
            require(isPositive(unknownSchemaPause), "consuming.unknown-schema-pause must be longer than nothing");
        }
    }

    /**
     * Which classes turn events into bytes and back.
     *
     * @param serializer a Kafka serializer that writes Confluent's frame; null for Apicurio's
     * @param deserializer its counterpart; null for Apicurio's
     * @param properties what these classes are configured with beside {@code schema.registry.url}
     */
    public record Serde(
            @Nullable Class<?> serializer,
            @Nullable Class<?> deserializer,
            @DefaultValue Map<String, String> properties) {}

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void require(boolean fits, String rule) {
        if (!fits) {
            throw new StartRefusedException("The configuration is wrong: event-bus." + rule + ".");
        }
    }
}
