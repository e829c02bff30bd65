package com.nowinfinity.xpm.bus.registry;

import com.nowinfinity.xpm.events.EventClasses;
import com.nowinfinity.xpm.events.Topic;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Events to bytes and back, with what has been learnt of the registry on the way. Safe for use by many threads. */
public final class EventCodec {

    static {
        EventClasses.trust();
    }

    private final SchemaIds ids;
    private final WriterSchemas schemas;
    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    /** @param unknownSchemaPause a schema id is unknown when the registry says so twice, this far apart */
    public EventCodec(
            SchemaRegistry registry, SerdeSettings settings, InstantSource clock, Duration unknownSchemaPause) {
        ids = new SchemaIds(registry);
        schemas = new WriterSchemas(registry::byId, clock, unknownSchemaPause);
        ConfluentIds resolver = new ConfluentIds(ids, schemas);
        serializer = settings.serializerOr(new AvroKafkaSerializer<>(resolver));
        deserializer = settings.deserializerOr(new AvroKafkaDeserializer<>(resolver));
    }

    /**
     * Registers a topic's schema under its full name.
     *
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws IncompatibleSchemaException when it refuses the schema
     */
    public void register(Topic<?> topic, String fullName) {
        ids.register(Topic.subject(fullName), topic.schema());
    }

    /** @throws RegistryUnavailableException when the schema's id is not known yet and cannot be learnt */
    public byte[] bytes(String fullName, SpecificRecord event) {
        return serializer.serialize(fullName, event);
    }

    /** Reads the records of topics that are known by their full names. */
    public EventReader reader(Map<String, Topic<?>> topics) {
        return new EventReader(topics, schemas, deserializer);
    }
}
