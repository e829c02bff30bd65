package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.events.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Remembers which records of the current batches are among the dead letters already, so that a batch that comes again
 * and again because of a neighbour does not bury its dead each time.
 */
final class Burials {

    private final DeadLetters deadLetters;
    private final Map<TopicPartition, Set<Long>> buried = new ConcurrentHashMap<>();

    Burials(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    boolean has(ConsumerRecord<?, ?> record) {
        return buried.getOrDefault(partition(record), Set.of()).contains(record.offset());
    }

    CompletableFuture<Void> bury(Topic<?> topic, ConsumerRecord<byte[], byte[]> record, String cause) {
        return deadLetters
                .put(topic, record, cause)
                .thenRun(() -> buried.computeIfAbsent(partition(record), key -> ConcurrentHashMap.newKeySet())
                        .add(record.offset()));
    }

    /** Everything below this offset is committed and does not come again. */
    void passed(TopicPartition partition, long offset) {
        buried.computeIfPresent(partition, (key, offsets) -> {
            offsets.removeIf(below -> below < offset);
            return offsets.isEmpty() ? null : offsets;
        });
    }

    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(buried::remove);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
