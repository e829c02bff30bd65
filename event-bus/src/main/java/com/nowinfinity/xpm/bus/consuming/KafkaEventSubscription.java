package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.events.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A subscription's life: waits for its topics, runs a consumer, and replaces one that died. */
final class KafkaEventSubscription implements EventSubscription {

    private static final Logger log = LoggerFactory.getLogger(KafkaEventSubscription.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration REPLACE = Duration.ofSeconds(5);

    private final String group;
    private final TopicNames names;
    private final Assignment assignment;
    private final Supplier<Optional<String>> obstacle;
    private final Supplier<Consumption> consumers;
    private final ScheduledExecutorService scheduler;

    private volatile boolean wanted;
    private volatile @Nullable Consumption consumption;
    private volatile @Nullable String waitingFor;

    /**
     * @param obstacle why the topics cannot be consumed yet
     * @param consumers makes a consumer that has not started
     */
    KafkaEventSubscription(
            String group,
            TopicNames names,
            Assignment assignment,
            Supplier<Optional<String>> obstacle,
            Supplier<Consumption> consumers,
            ScheduledExecutorService scheduler) {
        this.group = group;
        this.names = names;
        this.assignment = assignment;
        this.obstacle = obstacle;
        this.consumers = consumers;
        this.scheduler = scheduler;
    }

    @Override
    public synchronized void start() {
        if (!wanted) {
            wanted = true;
            openIn(Duration.ZERO);
        }
    }

    private void openIn(Duration delay) {
        ScheduledFuture<?> unused = scheduler.schedule(
                () -> Thread.ofVirtual().name("open-" + group).start(this::open),
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void open() {
        try {
            Optional<String> reason = obstacle.get();
            synchronized (this) {
                if (wanted && consumption == null) {
                    reason.ifPresentOrElse(this::waitFor, this::consume);
                }
            }
        } catch (RuntimeException e) {
            log.error("{} cannot be consumed", group, e);
            waitFor("it cannot be consumed: " + e.getMessage());
        }
    }

    private void waitFor(String reason) {
        if (!reason.equals(waitingFor)) {
            log.info("{} waits: {}", group, reason);
        }
        waitingFor = reason;
        openIn(LOOK_AGAIN);
    }

    private void consume() {
        Consumption opened = consumers.get();
        opened.start(cause -> replace(opened, cause));
        consumption = opened;
        waitingFor = null;
    }

    private void replace(Consumption dead, String cause) {
        Thread.ofVirtual().start(() -> {
            synchronized (this) {
                if (consumption == dead) {
                    log.error("The consumer of {} ended ({}); another takes its place", group, cause);
                    waitingFor = "the consumer ended: " + cause;
                    consumption = null;
                    assignment.lost();
                    openIn(REPLACE);
                }
            }
        });
    }

    @Override
    public synchronized void stop() {
        wanted = false;
        Consumption running = consumption;
        if (running != null) {
            running.stop();
            consumption = null;
            assignment.lost();
        }
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    /** As Spring's own listener containers: after what they need, before what needs them. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    @Override
    public Set<Integer> partitions() {
        return assignment.numbers();
    }

    @Override
    public OptionalLong position(Topic<?> topic, int partition) {
        return assignment.position(new TopicPartition(names.of(topic), partition));
    }

    String group() {
        return group;
    }

    @Nullable
    Consumption consumption() {
        return consumption;
    }

    @Nullable
    String waitingFor() {
        return waitingFor;
    }
}
