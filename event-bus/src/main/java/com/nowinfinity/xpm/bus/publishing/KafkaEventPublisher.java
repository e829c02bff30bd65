package com.nowinfinity.xpm.bus.publishing;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventIdentity;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.bus.UnpublishableEventException;
import com.nowinfinity.xpm.bus.registry.EventCodec;
import com.nowinfinity.xpm.bus.registry.RegistryUnavailableException;
import com.nowinfinity.xpm.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Publishes through the service's one producer. */
public final class KafkaEventPublisher implements EventPublisher {

    static final String EVENT_ID = "eventId";

    private final BrokerWriter broker;
    private final EventCodec codec;
    private final TopicNames names;
    private final Consumer<Topic<?>> fit;
    private final MeterRegistry meters;
    private final Traces traces;

    /**
     * @param fit throws {@link BrokerUnavailableException} for a topic that does not exist as it should
     * @param traces what the publishing thread is in goes along with the event
     */
    public KafkaEventPublisher(
            BrokerWriter broker,
            EventCodec codec,
            TopicNames names,
            Consumer<Topic<?>> fit,
            MeterRegistry meters,
            Traces traces) {
        this.broker = broker;
        this.codec = codec;
        this.names = names;
        this.fit = fit;
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        BrokerWriter.await(publishAsync(topic, event));
    }

    @Override
    public <T extends SpecificRecord> CompletableFuture<Void> publishAsync(Topic<T> topic, T event) {
        try {
            EventIdentity identity = identity(topic, event);
            fit.accept(topic);
            return broker.send(record(topic, event, identity)).thenRun(() -> count(topic));
        } catch (BrokerUnavailableException | UnpublishableEventException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static EventIdentity identity(Topic<?> topic, SpecificRecord event) {
        EventIdentity identity = EventIdentity.of(event);
        if (identity.eventId().isBlank() || identity.businessId().isBlank()) {
            throw new UnpublishableEventException(
                    "an event of " + topic.name() + " needs an eventId and a businessId", null);
        }
        return identity;
    }

    private ProducerRecord<byte[], byte[]> record(Topic<?> topic, SpecificRecord event, EventIdentity identity) {
        String name = names.of(topic);
        byte[] key = identity.businessId().getBytes(StandardCharsets.UTF_8);
        byte[] eventId = identity.eventId().getBytes(StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>(List.of(new RecordHeader(EVENT_ID, eventId)));
        String trace = traces.current();
        if (trace != null) {
            headers.add(new RecordHeader(Traces.HEADER, trace.getBytes(StandardCharsets.US_ASCII)));
        }
        return new ProducerRecord<>(name, null, null, key, bytes(topic, name, event), headers);
    }

    private byte[] bytes(Topic<?> topic, String name, SpecificRecord event) {
        try {
            return codec.bytes(name, event);
        } catch (RegistryUnavailableException e) {
            throw new BrokerUnavailableException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new UnpublishableEventException("an event of " + topic.name() + " does not fit its schema", e);
        }
    }

    private void count(Topic<?> topic) {
        meters.counter("events.published", "topic", topic.name()).increment();
    }
}
