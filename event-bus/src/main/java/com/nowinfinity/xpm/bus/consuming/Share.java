package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.bus.registry.ReadResult.Undecided;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition's records of one poll, and what became of them. */
final class Share {

    /** An event, and the record it was read from. */
    record Pending(ConsumerRecord<byte[], byte[]> record, ReceivedEvent event) {}

    private final TopicPartition partition;
    private final List<ConsumerRecord<byte[], byte[]>> records;
    private final List<Pending> sound = new ArrayList<>();
    private final List<CompletableFuture<Void>> aside = new ArrayList<>();
    private @Nullable Undecided undecided;
    private long undecidedAt;
    private @Nullable Throwable failure;

    Share(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        this.partition = partition;
        this.records = records;
    }

    TopicPartition partition() {
        return partition;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    long begin() {
        return records.getFirst().offset();
    }

    List<Pending> sound() {
        return sound;
    }

    void add(Pending pending) {
        sound.add(pending);
    }

    void add(CompletableFuture<Void> put) {
        aside.add(put);
    }

    List<CompletableFuture<Void>> aside() {
        return aside;
    }

    /** The share ends before this record. */
    void stopAt(long offset, Undecided reason) {
        undecided = reason;
        undecidedAt = offset;
    }

    @Nullable
    Undecided undecided() {
        return undecided;
    }

    long undecidedAt() {
        return undecidedAt;
    }

    /** All of the share comes again. */
    void fail(Throwable reason) {
        failure = reason;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }
}
