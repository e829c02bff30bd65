package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.AssignmentListener;
import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventBusProperties;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.bus.ownership.BrokerTopics;
import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.bus.publishing.Rerouting;
import com.nowinfinity.xpm.bus.registry.EventCodec;
import com.nowinfinity.xpm.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** Makes subscriptions that share a broker, a codec and the dead letters. */
public final class KafkaEventSubscriptions implements EventSubscriptions, AutoCloseable {

    private static final long POLL_MILLIS = 200;

    private final Map<String, Object> site;
    private final EventBusProperties.Consuming settings;
    private final TopicNames names;
    private final BrokerTopics broker;
    private final EventCodec codec;
    private final DeadLetters deadLetters;
    private final Rerouting rerouting;
    private final MeterRegistry meters;
    private final Traces traces;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-bus").factory());
    private final List<KafkaEventSubscription> subscriptions = new CopyOnWriteArrayList<>();

    /** @param site how this site reaches its broker */
    public KafkaEventSubscriptions(
            Map<String, Object> site,
            EventBusProperties.Consuming settings,
            TopicNames names,
            BrokerTopics broker,
            EventCodec codec,
            DeadLetters deadLetters,
            Rerouting rerouting,
            MeterRegistry meters,
            Traces traces,
            InstantSource clock) {
        this.site = site;
        this.settings = settings;
        this.names = names;
        this.broker = broker;
        this.codec = codec;
        this.deadLetters = deadLetters;
        this.rerouting = rerouting;
        this.meters = meters;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public EventSubscription subscribe(
            String group, List<Topic<?>> topics, BatchHandler handler, AssignmentListener assignments) {
        Assignment assignment = new Assignment(assignments);
        KafkaEventSubscription subscription = new KafkaEventSubscription(
                group,
                names,
                assignment,
                () -> obstacle(topics),
                () -> consumption(group, topics, handler, assignment),
                scheduler);
        subscriptions.add(subscription);
        return subscription;
    }

    List<KafkaEventSubscription> all() {
        return subscriptions;
    }

    private Optional<String> obstacle(List<Topic<?>> topics) {
        try {
            return broker.obstacle(topics).map(BrokerTopics.Obstacle::text);
        } catch (BrokerUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Consumption consumption(String group, List<Topic<?>> topics, BatchHandler handler, Assignment assignment) {
        Map<String, Topic<?>> byName = new HashMap<>();
        topics.forEach(topic -> byName.put(names.of(topic), topic));
        ContainerProperties properties = properties(group, byName.keySet().toArray(String[]::new));
        KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(consumers(), properties);
        container.setBeanName("events-" + group);
        Aside aside = new Aside(deadLetters, rerouting);
        Pauses pauses = new Pauses(settings, clock, new Consumption.Fetching(container, scheduler));
        Delivery delivery = new Delivery(
                byName,
                new BatchReading(byName, codec.reader(byName), aside),
                new HandOver(handler, aside, clock, traces),
                aside,
                pauses,
                assignment,
                meters,
                clock);
        container.setupMessageListener((BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>)
                (polled, unused, consumer) -> delivery.deliver(polled, Objects.requireNonNull(consumer)));
        container
                .getContainerProperties()
                .setConsumerRebalanceListener(new Rebalances(assignment, pauses, aside, () -> !container.isRunning()));
        return new Consumption(container, delivery, pauses);
    }

    private ContainerProperties properties(String group, String[] topics) {
        ContainerProperties properties = new ContainerProperties(topics);
        properties.setGroupId(names.group(group));
        // The listener commits by itself, for each partition what is done in it.
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        properties.setPollTimeout(POLL_MILLIS);
        properties.setIdleEventInterval(POLL_MILLIS);
        properties.setIdleBeforeDataMultiplier(1);
        properties.setAuthExceptionRetryInterval(settings.longestPause());
        return properties;
    }

    private DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
        Map<String, Object> all = new HashMap<>(site);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A group that is new, or whose offsets were lost, begins at the beginning: events may come twice, never not at
        // all.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // By this one a partition number of all topics goes to one consumer.
        all.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.recordsPerPoll());
        all.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                settings.pollInterval().toMillis());
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                settings.sessionTimeout().toMillis());
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                settings.sessionTimeout().dividedBy(3).toMillis());
        DefaultKafkaConsumerFactory<byte[], byte[]> consumers = new DefaultKafkaConsumerFactory<>(all);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }

    @Override
    public void close() {
        subscriptions.forEach(KafkaEventSubscription::close);
        scheduler.shutdownNow();
    }
}
