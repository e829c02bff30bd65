package com.nowinfinity.xpm.bus.publishing;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Puts records that nobody can use aside, as they came: key, value and headers, in the same partition of the topic's
 * dead letters, with what was wrong and where they came from.
 */
public final class DeadLetters {

    /** What was wrong: a stable code, in most cases followed by a colon and a sentence. */
    public static final String CAUSE = "cause";

    public static final String ORIGINAL_TOPIC = "originalTopic";
    public static final String ORIGINAL_PARTITION = "originalPartition";
    public static final String ORIGINAL_OFFSET = "originalOffset";

    /** Milliseconds since 1970. */
    public static final String ORIGINAL_TIMESTAMP = "originalTimestamp";

    /** There, and {@code true}, where the record was too large to be copied: key and value are at the original place only. */
    public static final String CONTENT_LEFT_BEHIND = "contentLeftBehind";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MAX_CAUSE = 500;

    private final BrokerWriter broker;
    private final TopicNames names;
    private final MeterRegistry meters;

    public DeadLetters(BrokerWriter broker, TopicNames names, MeterRegistry meters) {
        this.broker = broker;
        this.names = names;
        this.meters = meters;
    }

    /** Done once the record is safe among the dead letters; fails with {@link BrokerUnavailableException}. */
    public CompletableFuture<Void> put(Topic<?> topic, ConsumerRecord<byte[], byte[]> record, String cause) {
        return broker.send(whole(topic, record, cause))
                .exceptionallyCompose(failure -> tooLarge(failure)
                        ? broker.send(reference(topic, record, cause))
                        : CompletableFuture.failedFuture(failure))
                .thenRun(() -> note(topic, record, cause));
    }

    private void note(Topic<?> topic, ConsumerRecord<?, ?> record, String cause) {
        log.warn("Put {}-{}@{} among the dead letters: {}", record.topic(), record.partition(), record.offset(), cause);
        meters.counter("events.dead", "topic", topic.name()).increment();
    }

    private static boolean tooLarge(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RecordTooLargeException;
    }

    private ProducerRecord<byte[], byte[]> whole(Topic<?> topic, ConsumerRecord<byte[], byte[]> record, String cause) {
        Headers headers = described(new RecordHeaders(record.headers()), record, cause);
        return new ProducerRecord<>(
                names.deadLettersOf(topic), record.partition(), null, record.key(), record.value(), headers);
    }

    private ProducerRecord<byte[], byte[]> reference(
            Topic<?> topic, ConsumerRecord<byte[], byte[]> record, String cause) {
        Headers headers = described(new RecordHeaders(), record, cause);
        set(headers, CONTENT_LEFT_BEHIND, "true");
        return new ProducerRecord<>(names.deadLettersOf(topic), record.partition(), null, null, null, headers);
    }

    private static Headers described(Headers headers, ConsumerRecord<?, ?> record, String cause) {
        set(headers, CAUSE, cause.substring(0, Math.min(cause.length(), MAX_CAUSE)));
        set(headers, ORIGINAL_TOPIC, record.topic());
        set(headers, ORIGINAL_PARTITION, Integer.toString(record.partition()));
        set(headers, ORIGINAL_OFFSET, Long.toString(record.offset()));
        set(headers, ORIGINAL_TIMESTAMP, Long.toString(record.timestamp()));
        return headers;
    }

    /** Instead of what a record that died before may carry, so that headers do not grow with each death. */
    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
