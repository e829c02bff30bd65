package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.bus.publishing.Rerouting;
import com.nowinfinity.xpm.events.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts records where the handler does not meet them: among the dead letters, or in the partition where they belong. It
 * remembers those of the current batches, so that a batch that comes again and again because of a neighbour does not
 * put them there each time.
 */
final class Aside {

    private final DeadLetters deadLetters;
    private final Rerouting rerouting;
    private final Map<TopicPartition, Set<Long>> gone = new ConcurrentHashMap<>();

    Aside(DeadLetters deadLetters, Rerouting rerouting) {
        this.deadLetters = deadLetters;
        this.rerouting = rerouting;
    }

    boolean has(ConsumerRecord<?, ?> record) {
        return gone.getOrDefault(partition(record), Set.of()).contains(record.offset());
    }

    CompletableFuture<Void> bury(Topic<?> topic, ConsumerRecord<byte[], byte[]> record, String cause) {
        return deadLetters.put(topic, record, cause).thenRun(() -> remember(record));
    }

    boolean isMisrouted(ConsumerRecord<byte[], byte[]> record) {
        return rerouting.isNeededFor(record);
    }

    CompletableFuture<Void> reroute(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        return rerouting.send(topic, record).thenRun(() -> remember(record));
    }

    private void remember(ConsumerRecord<?, ?> record) {
        gone.computeIfAbsent(partition(record), key -> ConcurrentHashMap.newKeySet())
                .add(record.offset());
    }

    /** Everything below this offset is committed and does not come again. */
    void passed(TopicPartition partition, long offset) {
        gone.computeIfPresent(partition, (key, offsets) -> {
            offsets.removeIf(below -> below < offset);
            return offsets.isEmpty() ? null : offsets;
        });
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(gone::remove);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
