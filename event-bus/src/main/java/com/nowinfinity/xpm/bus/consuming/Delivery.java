package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll from the records to the committed offsets. Nothing is thrown past it: what fails is fetched again from
 * where it failed, after a pause of its partition, so the consumer goes on for the others and stays in its group.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Map<String, Topic<?>> topics;
    private final BatchReading reading;
    private final HandOver handOver;
    private final Aside aside;
    private final Pauses pauses;
    private final Assignment assignment;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private volatile Instant alive;

    Delivery(
            Map<String, Topic<?>> topics,
            BatchReading reading,
            HandOver handOver,
            Aside aside,
            Pauses pauses,
            Assignment assignment,
            MeterRegistry meters,
            InstantSource clock) {
        this.topics = topics;
        this.reading = reading;
        this.handOver = handOver;
        this.aside = aside;
        this.pauses = pauses;
        this.assignment = assignment;
        this.meters = meters;
        this.clock = clock;
        this.alive = clock.instant();
    }

    void deliver(List<ConsumerRecord<byte[], byte[]>> polled, Consumer<?, ?> consumer) {
        List<Share> shares = reading.read(polled);
        handOver.give(shares);
        shares.forEach(Delivery::awaitAside);
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        shares.forEach(share -> settle(share, consumer, done));
        commit(consumer, done);
        notePositions(consumer);
    }

    private static void awaitAside(Share share) {
        try {
            CompletableFuture.allOf(share.aside().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            share.fail(e);
        }
    }

    private void settle(Share share, Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        TopicPartition partition = share.partition();
        if (share.failure() != null) {
            comesAgain(partition, share.begin(), consumer, share.failure());
            return;
        }
        count(partition, share.sound().size());
        if (share.undecided() == null) {
            pauses.succeeded(partition);
        } else {
            consumer.seek(partition, share.undecidedAt());
            Pauses.Pause pause = pauses.failed(
                    partition, share.undecided().reason(), share.undecided().atLeast());
            log.warn(
                    "{} waits {} ms: {}",
                    partition,
                    pause.length().toMillis(),
                    share.undecided().reason());
        }
        long next = consumer.position(partition);
        if (next > share.begin()) {
            done.put(partition, new OffsetAndMetadata(next));
            aside.passed(partition, next);
        }
    }

    private void comesAgain(TopicPartition partition, long from, Consumer<?, ?> consumer, Throwable failure) {
        consumer.seek(partition, from);
        Pauses.Pause pause = pauses.failed(partition, failure.toString(), Duration.ZERO);
        log.warn(
                "{} comes again from {} in {} ms: {}",
                partition,
                from,
                pause.length().toMillis(),
                failure.toString());
        if (pause.times() == 1) {
            log.warn("The first failure in a row of {}", partition, failure);
        }
        meters.counter("events.retried", "topic", topic(partition).name()).increment();
    }

    private void count(TopicPartition partition, int events) {
        meters.counter("events.consumed", "topic", topic(partition).name()).increment(events);
    }

    private Topic<?> topic(TopicPartition partition) {
        return Objects.requireNonNull(topics.get(partition.topic()));
    }

    private static void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            commitThroughWakeup(consumer, done);
        } catch (KafkaException e) {
            // The next commit covers this one; should the partition move first, its events come once more.
            log.warn("Offsets are not committed: {}", e.toString());
        }
    }

    private static void commitThroughWakeup(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        try {
            consumer.commitSync(done);
        } catch (WakeupException meantForThePoll) {
            consumer.commitSync(done);
        }
    }

    /** On the polling thread: how far each partition is, over records that are none, as a transaction's end. */
    void notePositions(Consumer<?, ?> consumer) {
        alive = clock.instant();
        consumer.assignment().forEach(partition -> assignment.moved(partition, consumer.position(partition)));
    }

    /** When the polling thread was last seen. */
    Instant alive() {
        return alive;
    }
}
