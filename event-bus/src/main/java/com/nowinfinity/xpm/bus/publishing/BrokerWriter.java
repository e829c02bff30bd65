package com.nowinfinity.xpm.bus.publishing;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventBusProperties;
import com.nowinfinity.xpm.bus.UnpublishableEventException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** The one producer of a service: idempotent, in batches, all replicas, and never waiting without an end. */
public final class BrokerWriter implements AutoCloseable {

    /** Room for the headers of a dead letter on top of the largest record that the broker takes from others. */
    private static final int MAX_REQUEST = (1 << 20) + (1 << 17);

    private static final int BUFFER = 8 << 20;

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> template;

    /** @param site how this site reaches its broker */
    public BrokerWriter(Map<String, Object> site, EventBusProperties.Publishing settings) {
        producers = new DefaultKafkaProducerFactory<>(configuration(site, settings));
        producers.setPhysicalCloseTimeout((int) CLOSE.toSeconds());
        template = new KafkaTemplate<>(producers);
        // Failures are the caller's to log: Spring's own listener would log each of a thousand in a row.
        template.setProducerListener(new ProducerListener<>() {});
    }

    private static Map<String, Object> configuration(Map<String, Object> site, EventBusProperties.Publishing settings) {
        int whole = (int) settings.timeout().toMillis();
        int block = whole / 3;
        int delivery = whole - block;
        Map<String, Object> all = new HashMap<>(site);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, settings.linger().toMillis());
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 15);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
        // Waiting for the topic's leader or for room in the buffer, then for the broker's answer. A small buffer makes
        // a publisher of very many wait at the door, where a large one would let them grow too old inside.
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, block);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        all.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                delivery - (int) settings.linger().toMillis());
        return all;
    }

    /** The future fails with {@link BrokerUnavailableException} or {@link UnpublishableEventException}. */
    public CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return template.send(record).<Void>thenApply(sent -> null).exceptionallyCompose(BrokerWriter::failed);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Waits for a future of {@link #send}. */
    public static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static CompletableFuture<Void> failed(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return CompletableFuture.failedFuture(
                switch (cause) {
                    case RecordTooLargeException e ->
                        new UnpublishableEventException("the event is too large for the broker", e);
                    case InvalidTopicException e ->
                        new UnpublishableEventException("the broker does not take the topic's name", e);
                    case TopicAuthorizationException e ->
                        new UnpublishableEventException("the broker does not let this service write to the topic", e);
                    default -> new BrokerUnavailableException("the broker did not take the event in time", cause);
                });
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
