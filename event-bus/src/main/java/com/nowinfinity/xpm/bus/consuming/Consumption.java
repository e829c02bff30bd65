package com.nowinfinity.xpm.bus.consuming;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.event.ConsumerFailedToStartEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** One running consumer. Once it has stopped it does not start again; the subscription makes another. */
final class Consumption {

    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final Delivery delivery;
    private final Pauses pauses;

    Consumption(KafkaMessageListenerContainer<byte[], byte[]> container, Delivery delivery, Pauses pauses) {
        this.container = container;
        this.delivery = delivery;
        this.pauses = pauses;
    }

    /** @param died told when the consumer ends without having been stopped */
    void start(java.util.function.Consumer<String> died) {
        container.setApplicationEventPublisher(event -> {
            switch (event) {
                case ListenerContainerIdleEvent idle -> delivery.notePositions(idle.getConsumer());
                case ConsumerFailedToStartEvent failed -> died.accept("its thread does not start");
                case ConsumerStoppedEvent stopped
                when stopped.getReason() != ConsumerStoppedEvent.Reason.NORMAL ->
                    died.accept(stopped.getReason().name());
                default -> {
                    // Nothing to do.
                }
            }
        });
        container.start();
    }

    void stop() {
        container.stop();
    }

    Instant alive() {
        return delivery.alive();
    }

    Map<TopicPartition, Pauses.Failing> failing() {
        return pauses.failing();
    }

    /** Fetching stops at once, and goes on from the scheduler's thread. */
    record Fetching(KafkaMessageListenerContainer<?, ?> container, ScheduledExecutorService scheduler)
            implements Pauses.Switch {

        @Override
        public void pause(TopicPartition partition) {
            container.pausePartition(partition);
        }

        @Override
        public void resume(TopicPartition partition, Duration in) {
            if (in.isZero()) {
                container.resumePartition(partition);
            } else {
                ScheduledFuture<?> unused = scheduler.schedule(
                        () -> container.resumePartition(partition), in.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
