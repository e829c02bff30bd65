package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.bus.EventIdentity;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.bus.registry.ReadResult.Poison;
import com.nowinfinity.xpm.bus.registry.ReadResult.Sound;
import com.nowinfinity.xpm.bus.registry.ReadResult.Undecided;
import com.nowinfinity.xpm.events.Topic;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as they are on the wire. A deserializer alone cannot tell a bad record from a silent registry, nor a
 * record from one with bytes to spare; so the frame, the writer's schema and the length are looked at here first.
 */
public final class EventReader {

    private static final int FRAME = 5;
    private static final int TRACEPARENT = 55;
    private static final Pattern IS_TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Map<String, Topic<?>> topics;
    private final WriterSchemas schemas;
    private final Deserializer<Object> deserializer;

    EventReader(Map<String, Topic<?>> topics, WriterSchemas schemas, Deserializer<Object> deserializer) {
        this.topics = topics;
        this.schemas = schemas;
        this.deserializer = deserializer;
    }

    public ReadResult read(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (record.key() == null) {
            return new Poison("key-missing", "the record has no key, which must be the business's id");
        }
        if (value == null) {
            return new Poison("value-missing", "the record has no value");
        }
        if (value.length < FRAME || value[0] != 0) {
            return new Poison("frame-missing", "the value does not begin with magic byte 0 and a schema id");
        }
        int id = ByteBuffer.wrap(value).getInt(1);
        try {
            return switch (schemas.find(id)) {
                case WriterSchema.Known known -> framed(record, value, known.schema());
                case WriterSchema.Unusable unusable -> new Poison("schema-unusable", unusable.reason() + ": " + id);
                case WriterSchema.Missing missing ->
                    new Poison("schema-unknown", "the registry has no schema with id " + id);
                case WriterSchema.Doubtful doubtful ->
                    new Undecided("the registry denies schema id " + id, doubtful.askAgainIn());
            };
        } catch (RegistryUnavailableException e) {
            return new Undecided(String.valueOf(e.getMessage()), Duration.ZERO);
        }
    }

    private ReadResult framed(ConsumerRecord<byte[], byte[]> record, byte[] value, Schema writer) {
        Topic<?> topic = Objects.requireNonNull(topics.get(record.topic()));
        if (!writer.getFullName().equals(topic.schema().getFullName())) {
            return new Poison(
                    "type-wrong",
                    "a " + writer.getFullName() + ", not a " + topic.schema().getFullName());
        }
        Poison flaw = flawIn(value, writer);
        if (flaw != null) {
            return flaw;
        }
        Object decoded;
        try {
            decoded = deserializer.deserialize(record.topic(), value);
        } catch (RuntimeException e) {
            return judged(value, writer, topic.schema(), e);
        }
        return topic.type().isInstance(decoded)
                ? identified(record, topic, topic.type().cast(decoded))
                : new Poison("type-wrong", "not a " + topic.schema().getFullName());
    }

    /** Walks over the value without building it: lengths beyond the end cost nothing, and bytes to spare are seen. */
    private static @Nullable Poison flawIn(byte[] value, Schema writer) {
        BinaryDecoder body = body(value);
        try {
            GenericDatumReader.skip(writer, body);
            return body.isEnd()
                    ? null
                    : new Poison("trailing-bytes", "the value goes on after the record's last field");
        } catch (EOFException e) {
            return new Poison("truncated", "the value ends before the record's last field");
        } catch (IOException | RuntimeException e) {
            return new Poison(
                    "malformed",
                    "the value is not what its schema says: " + e.getClass().getSimpleName());
        }
    }

    /** Whether a deserializer failed on the record or on something of its own, as a registry client. */
    private static ReadResult judged(byte[] value, Schema writer, Schema reader, RuntimeException failure) {
        try {
            new SpecificDatumReader<SpecificRecord>(writer, reader).read(null, body(value));
            return new Undecided("the deserializer failed on a sound record: " + failure, Duration.ZERO);
        } catch (IOException | RuntimeException e) {
            return new Poison(
                    "malformed",
                    "the value cannot be read as our schema: " + e.getClass().getSimpleName());
        }
    }

    private static ReadResult identified(ConsumerRecord<byte[], byte[]> record, Topic<?> topic, SpecificRecord event) {
        EventIdentity identity = EventIdentity.of(event);
        if (identity.eventId().isBlank()) {
            return new Poison("event-id-missing", "the event has no id");
        }
        if (identity.businessId().isBlank()) {
            return new Poison("business-id-missing", "the event names no business");
        }
        if (!identity.businessId().equals(new String(record.key(), StandardCharsets.UTF_8))) {
            return new Poison("key-wrong", "the record's key is not the event's business");
        }
        return new Sound(new ReceivedEvent(
                topic, record.partition(), record.offset(), identity.businessId(), event, traceOf(record)));
    }

    /** As publishers of any kind send it; what has another form is no trace. */
    private static @Nullable String traceOf(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(Traces.HEADER);
        if (header == null || header.value() == null || header.value().length != TRACEPARENT) {
            return null;
        }
        String trace = new String(header.value(), StandardCharsets.US_ASCII);
        return IS_TRACEPARENT.matcher(trace).matches() ? trace : null;
    }

    private static BinaryDecoder body(byte[] value) {
        return DecoderFactory.get().binaryDecoder(value, FRAME, value.length - FRAME, null);
    }
}
