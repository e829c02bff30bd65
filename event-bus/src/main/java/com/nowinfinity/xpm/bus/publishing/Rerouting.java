package com.nowinfinity.xpm.bus.publishing;

import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves records that a foreign publisher put into a partition of its own choice to the one where their business is, in
 * the order they came: whoever has a business must get all of its events.
 */
public final class Rerouting {

    private static final Logger log = LoggerFactory.getLogger(Rerouting.class);

    private final BrokerWriter broker;
    private final Partitions partitions;
    private final MeterRegistry meters;
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();

    public Rerouting(BrokerWriter broker, Partitions partitions, MeterRegistry meters) {
        this.broker = broker;
        this.partitions = partitions;
        this.meters = meters;
    }

    public boolean isNeededFor(ConsumerRecord<byte[], byte[]> record) {
        return partitions.of(record.key()) != record.partition();
    }

    /** Done once the record is safe where it belongs. */
    public CompletableFuture<Void> send(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        if (complainedOf.add(record.topic())) {
            log.warn(
                    "Somebody publishes to {} with a partitioner other than Kafka's default (murmur2); the records are moved",
                    record.topic());
        }
        return broker.send(new ProducerRecord<>(
                        record.topic(),
                        partitions.of(record.key()),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers()))
                .thenRun(() ->
                        meters.counter("events.rerouted", "topic", topic.name()).increment());
    }
}
