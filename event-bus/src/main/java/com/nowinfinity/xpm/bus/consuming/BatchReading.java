package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.registry.EventReader;
import com.nowinfinity.xpm.bus.registry.ReadResult;
import com.nowinfinity.xpm.bus.registry.ReadResult.Poison;
import com.nowinfinity.xpm.bus.registry.ReadResult.Sound;
import com.nowinfinity.xpm.bus.registry.ReadResult.Undecided;
import com.nowinfinity.xpm.events.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Turns a poll into shares: events to hand over, poison on its way to the dead letters, and where to stop. */
final class BatchReading {

    private final Map<String, Topic<?>> topics;
    private final EventReader reader;
    private final Burials burials;

    BatchReading(Map<String, Topic<?>> topics, EventReader reader, Burials burials) {
        this.topics = topics;
        this.reader = reader;
        this.burials = burials;
    }

    List<Share> read(List<ConsumerRecord<byte[], byte[]>> polled) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
        polled.forEach(record -> byPartition
                .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), key -> new ArrayList<>())
                .add(record));
        List<Share> shares = new ArrayList<>(byPartition.size());
        byPartition.forEach((partition, records) -> shares.add(read(new Share(partition, records))));
        return shares;
    }

    private Share read(Share share) {
        for (ConsumerRecord<byte[], byte[]> record : share.records()) {
            if (burials.has(record)) {
                continue;
            }
            ReadResult result = reader.read(record);
            if (share.undecided() != null) {
                // Only asked, so that the registry's denials of several ids age together; the answer comes again.
                if (result instanceof Undecided undecided && undecided.atLeast().isZero()) {
                    break;
                }
                continue;
            }
            switch (result) {
                case Sound sound -> share.add(new Share.Pending(record, sound.event()));
                case Poison poison ->
                    share.add(burials.bury(topic(record), record, poison.code() + ": " + poison.text()));
                case Undecided undecided -> share.stopAt(record.offset(), undecided);
            }
            if (result instanceof Undecided undecided && undecided.atLeast().isZero()) {
                break;
            }
        }
        return share;
    }

    private Topic<?> topic(ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(topics.get(record.topic()));
    }
}
