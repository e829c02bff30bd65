package com.nowinfinity.xpm.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullMarked;

/** Records with something in every field, as a portal could have sent them. */
@NullMarked
record FilledEvents(RandomGenerator random) {

    private static final String LETTERS = "aZ é\u202e\"\\\n\0𝄞<&=";

    <T extends SpecificRecord> T of(Topic<T> topic) {
        return topic.type().cast(record(topic.schema()));
    }

    private SpecificRecordBase record(Schema schema) {
        SpecificRecordBase record = (SpecificRecordBase) SpecificData.get().newRecord(null, schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema(), field.name())));
        return record;
    }

    private Object value(Schema schema, String name) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION -> value(schema.getTypes().getLast(), name);
            case ARRAY -> list(schema.getElementType(), name);
            case ENUM -> {
                List<String> symbols = schema.getEnumSymbols();
                yield SpecificData.get().createEnum(symbols.get(random.nextInt(1, symbols.size())), schema);
            }
            case STRING -> name.endsWith("Date") || name.endsWith("DateOfBirth") ? date() : text();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? Instant.ofEpochMilli(random.nextLong(-10_000_000_000_000L, 10_000_000_000_000L))
                        : (Object) random.nextLong();
            case INT -> random.nextInt();
            case DOUBLE -> random.nextDouble(-1e9, 1e9);
            case BOOLEAN -> random.nextBoolean();
            case MAP, FIXED, BYTES, FLOAT, NULL -> throw new IllegalStateException("no event has a " + schema);
        };
    }

    private List<Object> list(Schema element, String name) {
        return IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> value(element, name))
                .toList();
    }

    private String date() {
        return LocalDate.ofEpochDay(random.nextLong(-40_000, 40_000)).toString();
    }

    private String text() {
        int[] points = LETTERS.codePoints().toArray();
        return random.ints(random.nextInt(0, 12), 0, points.length)
                .map(i -> points[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
