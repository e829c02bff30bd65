package com.nowinfinity.xpm.bus.letters;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** One reading of topics as they are now, by place instead of by group. Not to be shared among threads. */
final class Look implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    /** Polls without a record before the broker counts as silent: it has said that there are some. */
    private static final int EMPTY_POLLS = 10;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Map<String, List<PartitionInfo>> topics;

    Look(Map<String, Object> site) {
        Map<String, Object> all = new HashMap<>(site);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.consumer = new KafkaConsumer<>(all);
    }

    /** The first offset of each partition of the topic that holds anything; none where the topic is not there. */
    Map<TopicPartition, Long> beginnings(String topic) {
        if (topics == null) {
            topics = consumer.listTopics();
        }
        List<TopicPartition> partitions = topics.getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        // Asked about a partition that it has not been assigned, the client answers and warns, once for each.
        consumer.assign(partitions);
        Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(partitions));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        first.entrySet().removeIf(entry -> entry.getValue() >= ends.getOrDefault(entry.getKey(), 0L));
        return first;
    }

    /** Hands over the partition's records from an offset to the present end, as long as {@code goOn} says so. */
    void records(TopicPartition partition, long from, Predicate<ConsumerRecord<byte[], byte[]>> goOn) {
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        consumer.seek(partition, from);
        int empty = 0;
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() >= end || !goOn.test(record)) {
                    return;
                }
            }
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > EMPTY_POLLS) {
                throw new TimeoutException("nothing of " + partition + " came in time");
            }
        }
    }

    /** Null where no record is at this place, or none any more. */
    @Nullable
    ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        Long first = beginnings(partition.topic()).get(partition);
        if (first == null || offset < first) {
            return null;
        }
        AtomicReference<@Nullable ConsumerRecord<byte[], byte[]>> found = new AtomicReference<>();
        records(partition, offset, record -> {
            found.set(record);
            return false;
        });
        ConsumerRecord<byte[], byte[]> record = found.get();
        return record == null || record.offset() != offset ? null : record;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(PATIENCE));
    }
}
