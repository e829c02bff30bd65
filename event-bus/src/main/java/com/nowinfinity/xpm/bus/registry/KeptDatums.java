package com.nowinfinity.xpm.bus.registry;

import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;

/**
 * Keeps the reader and the writer of each schema. Apicurio's provider does so too, by a fingerprint that it computes of
 * the whole schema for every record: most of what reading a record cost. Apicurio makes it by reflection.
 */
public final class KeptDatums<T> extends DefaultAvroDatumProvider<T> {

    private final Map<Schema, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private final Map<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();

    @Override
    public DatumReader<T> createDatumReader(Schema writer) {
        DatumReader<T> known = readers.get(writer);
        return known == null ? readers.computeIfAbsent(writer, super::createDatumReader) : known;
    }

    @Override
    public DatumWriter<T> createDatumWriter(T datum, Schema schema) {
        DatumWriter<T> known = writers.get(schema);
        return known == null
                ? writers.computeIfAbsent(schema, unknown -> super.createDatumWriter(datum, unknown))
                : known;
    }
}
