package com.nowinfinity.xpm.bus.ownership;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EndOffsets;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.events.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics as the broker has them. Every call may throw {@link BrokerUnavailableException}. */
public final class BrokerTopics implements EndOffsets {

    private final Admin admin;
    private final TopicNames names;
    private final Partitions partitions;
    private final Set<Topic<?>> fit = ConcurrentHashMap.newKeySet();

    public BrokerTopics(Admin admin, TopicNames names, Partitions partitions) {
        this.admin = admin;
        this.names = names;
        this.partitions = partitions;
    }

    /**
     * Why topics cannot be used.
     *
     * @param text for people
     * @param passes whether waiting helps
     */
    public record Obstacle(String text, boolean passes) {}

    /** The first reason not to use these topics; empty when they are as they should be. */
    public Optional<Obstacle> obstacle(Collection<? extends Topic<?>> topics) {
        return topics.stream()
                .filter(topic -> !fit.contains(topic))
                .map(this::obstacle)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @throws BrokerUnavailableException also for a topic that does not exist as it should */
    public void requireFit(Topic<?> topic) {
        obstacle(List.of(topic)).ifPresent(obstacle -> {
            throw new BrokerUnavailableException(obstacle.text(), null);
        });
    }

    private Optional<Obstacle> obstacle(Topic<?> topic) {
        String name = names.of(topic);
        Optional<Integer> found = partitionsOf(name);
        if (found.isEmpty()) {
            String owner = topic.owner().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(new Obstacle("topic " + name + " does not exist yet; " + owner + " makes it", true));
        }
        if (found.get() != partitions.count()) {
            String text = "topic " + name + " has " + found.get() + " partitions, but event-bus.partitions is "
                    + partitions.count();
            return Optional.of(new Obstacle(text, false));
        }
        fit.add(topic);
        return Optional.empty();
    }

    private Optional<Integer> partitionsOf(String name) {
        return answer(
                Objects.requireNonNull(
                        admin.describeTopics(List.of(name)).topicNameValues().get(name)),
                description -> description.partitions().size(),
                UnknownTopicOrPartitionException.class);
    }

    /** Makes those that do not exist yet. */
    void create(Collection<NewTopic> wanted) {
        admin.createTopics(wanted)
                .values()
                .values()
                .forEach(made -> answer(made, nothing -> true, TopicExistsException.class));
    }

    /** Returns when the broker takes records in every partition, which is a while after it has made the topics. */
    void awaitServed(Collection<NewTopic> topics) {
        List<TopicPartition> all = topics.stream()
                .flatMap(topic -> IntStream.range(0, partitions.count())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        ListOffsetsResult ends = ends(all);
        all.forEach(place -> end(ends, place));
    }

    @Override
    public Map<Topic<?>, Long> of(int partition, Collection<? extends Topic<?>> topics) {
        Map<Topic<?>, TopicPartition> places = new LinkedHashMap<>();
        topics.forEach(topic -> places.put(topic, new TopicPartition(names.of(topic), partition)));
        ListOffsetsResult ends = ends(places.values());
        Map<Topic<?>, Long> found = new LinkedHashMap<>();
        places.forEach((topic, place) -> found.put(topic, end(ends, place)));
        return found;
    }

    private ListOffsetsResult ends(Collection<TopicPartition> places) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        places.forEach(place -> latest.put(place, OffsetSpec.latest()));
        // What consumers can read: behind an open transaction of a foreign publisher there is nothing for them yet.
        return admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED));
    }

    private static long end(ListOffsetsResult ends, TopicPartition place) {
        return answer(
                        ends.partitionResult(place),
                        ListOffsetsResult.ListOffsetsResultInfo::offset,
                        UnknownTopicOrPartitionException.class)
                .orElseThrow(() -> new BrokerUnavailableException(place + " does not exist yet", null));
    }

    /** @param expected the failure that is an answer too */
    private static <A, B> Optional<B> answer(
            KafkaFuture<A> future, Function<A, B> taken, Class<? extends Exception> expected) {
        try {
            return Optional.of(taken.apply(future.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailableException("interrupted while asking the broker", e);
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new BrokerUnavailableException("the broker does not answer: " + e.getCause(), e);
        }
    }
}
