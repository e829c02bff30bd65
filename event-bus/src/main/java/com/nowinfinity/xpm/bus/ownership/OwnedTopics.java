package com.nowinfinity.xpm.bus.ownership;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventBusProperties;
import com.nowinfinity.xpm.bus.StartRefusedException;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.bus.registry.EventCodec;
import com.nowinfinity.xpm.bus.registry.IncompatibleSchemaException;
import com.nowinfinity.xpm.bus.registry.RegistryUnavailableException;
import com.nowinfinity.xpm.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the topics that this service owns and registers their schemas, before anything of the service publishes,
 * consumes or answers. Broker and registry may come up later than the service, so it waits for them, not forever.
 */
public final class OwnedTopics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OwnedTopics.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(10);

    private final List<Topic<?>> owned;
    private final BrokerTopics broker;
    private final EventCodec codec;
    private final TopicNames names;
    private final TopicPlans plans;
    private final Duration patience;
    private final InstantSource clock;
    private volatile boolean running;

    public OwnedTopics(
            EventBusProperties properties,
            BrokerTopics broker,
            EventCodec codec,
            TopicNames names,
            InstantSource clock) {
        this.owned = properties.owner().topics();
        this.broker = broker;
        this.codec = codec;
        this.names = names;
        this.plans = new TopicPlans(names, properties.partitions(), properties.replicationFactor());
        this.patience = properties.startTimeout();
        this.clock = clock;
    }

    @Override
    public void start() {
        if (!owned.isEmpty()) {
            List<NewTopic> wanted = owned.stream().flatMap(plans::of).toList();
            withPatience(() -> broker.create(wanted));
            withPatience(() -> broker.obstacle(owned).ifPresent(OwnedTopics::stopAt));
            withPatience(() -> broker.awaitServed(wanted));
            owned.forEach(topic -> withPatience(() -> register(topic)));
            log.info("{} topics are there, their schemas registered", owned.size());
        }
        running = true;
    }

    private void register(Topic<?> topic) {
        try {
            codec.register(topic, names.of(topic));
        } catch (IncompatibleSchemaException e) {
            throw new StartRefusedException("This version cannot run beside earlier ones: " + e.getMessage(), e);
        }
    }

    private static void stopAt(BrokerTopics.Obstacle obstacle) {
        throw obstacle.passes()
                ? new BrokerUnavailableException(obstacle.text(), null)
                : new StartRefusedException("The configuration is wrong: " + obstacle.text() + ".");
    }

    private void withPatience(Runnable step) {
        Instant deadline = clock.instant().plus(patience);
        Instant complain = clock.instant();
        while (true) {
            try {
                step.run();
                return;
            } catch (BrokerUnavailableException | RegistryUnavailableException e) {
                Instant now = clock.instant();
                if (now.isAfter(deadline)) {
                    throw new StartRefusedException(
                            "Gave up after " + patience.toSeconds() + " s of waiting: " + e.getMessage() + ".", e);
                }
                if (!now.isBefore(complain)) {
                    log.info("Waiting: {}", e.getMessage());
                    complain = now.plus(BETWEEN_COMPLAINTS);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted while waiting for the broker and the registry.", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before web servers and subscriptions. */
    @Override
    public int getPhase() {
        return 0;
    }
}
