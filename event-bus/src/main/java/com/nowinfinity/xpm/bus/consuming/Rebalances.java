package com.nowinfinity.xpm.bus.consuming;

import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** What a change of partitions means for the subscription. */
final class Rebalances implements ConsumerAwareRebalanceListener {

    private final Assignment assignment;
    private final Pauses pauses;
    private final Aside aside;
    private final BooleanSupplier stopping;

    Rebalances(Assignment assignment, Pauses pauses, Aside aside, BooleanSupplier stopping) {
        this.assignment = assignment;
        this.pauses = pauses;
        this.aside = aside;
        this.stopping = stopping;
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        pauses.forget(partitions);
        aside.forget(partitions);
        if (stopping.getAsBoolean()) {
            assignment.lost();
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        pauses.forget(partitions);
        aside.forget(partitions);
        assignment.lost();
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignment.replaced(consumer.assignment());
        consumer.assignment().forEach(partition -> assignment.moved(partition, consumer.position(partition)));
    }
}
