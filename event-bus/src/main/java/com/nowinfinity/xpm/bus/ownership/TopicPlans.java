package com.nowinfinity.xpm.bus.ownership;

import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.events.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** What a topic and its dead letters look like on the broker. */
record TopicPlans(
        TopicNames names, int partitions, @Nullable Short replicationFactor) {

    /** Long enough for somebody to come back from holiday and replay them. */
    private static final Duration DEAD_LETTERS_STAY = Duration.ofDays(90);

    /** Above the broker's default of about 1 MiB: a dead letter carries more headers than the record did. */
    private static final int DEAD_LETTER_BYTES = (1 << 20) + (1 << 18);

    Stream<NewTopic> of(Topic<?> topic) {
        return Stream.of(
                plan(names.of(topic), topic.compacted() ? compacted() : kept(topic.retention())),
                plan(names.deadLettersOf(topic), deadLetters()));
    }

    private NewTopic plan(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(partitions), Optional.ofNullable(replicationFactor)).configs(settings);
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static Map<String, String> kept(Duration retention) {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(retention.toMillis()));
    }

    private static Map<String, String> deadLetters() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(DEAD_LETTERS_STAY.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(DEAD_LETTER_BYTES));
    }
}
