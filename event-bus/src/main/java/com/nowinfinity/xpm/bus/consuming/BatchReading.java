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
    private final Aside aside;

    BatchReading(Map<String, Topic<?>> topics, EventReader reader, Aside aside) {
        this.topics = topics;
        this.reader = reader;
        this.aside = aside;
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
            if (aside.has(record)) {
                continue;
            }
            ReadResult result = reader.read(record);
            if (share.undecided() == null) {
                place(result, record, share);
            }
            // After a doubtful id the rest is only asked for, so that denials of several ids age together. A registry
            // that is away is not asked for more.
            if (result instanceof Undecided undecided && undecided.atLeast().isZero()) {
                break;
            }
        }
        return share;
    }

    private void place(ReadResult result, ConsumerRecord<byte[], byte[]> record, Share share) {
        switch (result) {
            case Sound sound when aside.isMisrouted(record) -> share.add(aside.reroute(topic(record), record));
            case Sound sound -> share.add(new Share.Pending(record, sound.event()));
            case Poison poison -> share.add(aside.bury(topic(record), record, poison.code() + ": " + poison.text()));
            case Undecided undecided -> share.stopAt(record.offset(), undecided);
        }
    }

    private Topic<?> topic(ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(topics.get(record.topic()));
    }
}
