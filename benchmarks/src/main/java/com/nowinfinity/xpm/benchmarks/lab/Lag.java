package com.nowinfinity.xpm.benchmarks.lab;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records of some topics a consumer group has not committed yet. */
public final class Lag implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    public Lag(String brokers, String group, List<String> topics) {
        this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
        this.group = group;
        this.topics = topics;
    }

    public long records() {
        Map<TopicPartition, ListOffsetsResultInfo> ends = ends();
        Map<TopicPartition, OffsetAndMetadata> committed =
                got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata done = committed.get(end.getKey());
                    return end.getValue().offset() - (done == null ? 0 : done.offset());
                })
                .sum();
    }

    /** Lets the group read everything again; nobody may be consuming in it. */
    public void rewind() {
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        ends().keySet().forEach(partition -> starts.put(partition, new OffsetAndMetadata(0)));
        got(admin.alterConsumerGroupOffsets(group, starts).all());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        Map<String, TopicDescription> described =
                got(admin.describeTopics(topics).allTopicNames());
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        described.forEach((topic, description) -> description
                .partitions()
                .forEach(
                        partition -> asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        return got(admin.listOffsets(asked).all());
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not tell the offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
