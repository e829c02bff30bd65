package com.nowinfinity.xpm.bus.letters;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.bus.publishing.BrokerWriter;
import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Reads with a consumer of its own for each call, in no group: there are few operators. */
public final class KafkaDeadLetterBox implements DeadLetterBox {

    private static final List<String> OURS = List.of(
            DeadLetters.CAUSE,
            DeadLetters.ORIGINAL_TOPIC,
            DeadLetters.ORIGINAL_PARTITION,
            DeadLetters.ORIGINAL_OFFSET,
            DeadLetters.ORIGINAL_TIMESTAMP,
            DeadLetters.CONTENT_LEFT_BEHIND);

    private final Map<String, Object> site;
    private final TopicNames names;
    private final BrokerWriter broker;

    /** @param site how this site's consumers reach the broker */
    public KafkaDeadLetterBox(Map<String, Object> site, TopicNames names, BrokerWriter broker) {
        this.site = Map.copyOf(site);
        this.names = names;
        this.broker = broker;
    }

    @Override
    public List<DeadLetter> list(@Nullable Place after, int limit, Predicate<DeadLetter> wanted) {
        return reading(look -> {
            List<DeadLetter> found = new ArrayList<>();
            for (Place start : starts(look, after)) {
                look.records(partition(start), start.offset(), record -> {
                    DeadLetter letter =
                            DeadLetter.of(new Place(start.topic(), start.partition(), record.offset()), record);
                    if (wanted.test(letter)) {
                        found.add(letter);
                    }
                    return found.size() < limit;
                });
                if (found.size() >= limit) {
                    return found;
                }
            }
            return found;
        });
    }

    /** Where reading starts in each partition that has anything to read, in order. */
    private List<Place> starts(Look look, @Nullable Place after) {
        List<Place> starts = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            look.beginnings(names.deadLettersOf(topic))
                    .forEach((partition, first) -> starts.add(new Place(topic, partition.partition(), first)));
        }
        return starts.stream()
                .map(start -> after != null && isSamePartition(start, after) && start.offset() <= after.offset()
                        ? new Place(start.topic(), start.partition(), after.offset() + 1)
                        : start)
                .filter(start -> after == null || start.compareTo(after) > 0)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static boolean isSamePartition(Place one, Place other) {
        return one.topic().equals(other.topic()) && one.partition() == other.partition();
    }

    @Override
    public Optional<DeadLetter> find(Place place) {
        return reading(look -> Optional.ofNullable(look.record(partition(place), place.offset()))
                .map(record -> DeadLetter.of(place, record)));
    }

    @Override
    public boolean replay(Place place) {
        ProducerRecord<byte[], byte[]> again = reading(look -> {
            ConsumerRecord<byte[], byte[]> dead = look.record(partition(place), place.offset());
            if (dead == null) {
                return null;
            }
            DeadLetter letter = DeadLetter.of(place, dead);
            TopicPartition home =
                    new TopicPartition(names.of(place.topic()), letter.origin().partition());
            ConsumerRecord<byte[], byte[]> whole =
                    letter.whole() ? dead : look.record(home, letter.origin().offset());
            return whole == null ? null : asItCame(home, whole);
        });
        if (again == null) {
            return false;
        }
        BrokerWriter.await(broker.send(again));
        return true;
    }

    private static ProducerRecord<byte[], byte[]> asItCame(TopicPartition home, ConsumerRecord<byte[], byte[]> record) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        OURS.forEach(headers::remove);
        return new ProducerRecord<>(home.topic(), home.partition(), null, record.key(), record.value(), headers);
    }

    private TopicPartition partition(Place place) {
        return new TopicPartition(names.deadLettersOf(place.topic()), place.partition());
    }

    private <T extends @Nullable Object> T reading(Function<Look, T> reading) {
        try (Look look = new Look(site)) {
            return reading.apply(look);
        } catch (KafkaException e) {
            throw new BrokerUnavailableException("the broker did not show its dead letters in time", e);
        }
    }
}
