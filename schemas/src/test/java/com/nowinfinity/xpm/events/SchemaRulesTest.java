package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that let schemas grow: whoever keeps them cannot write one that a later version cannot change. */
@NullMarked
class SchemaRulesTest {

    static Stream<Schema> events() {
        return Topics.all().stream().map(Topic::schema);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isKept(Schema event) {
        assertThat(breaches(event)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventSaysWhichWhoseAndWhen(Schema event) {
        assertThat(event.getField("eventId").schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(event.getField("businessId").schema().getType()).isEqualTo(Schema.Type.STRING);
        assertThat(event.getField("occurredAt").schema().getLogicalType())
                .isInstanceOf(LogicalTypes.TimestampMillis.class);
    }

    /** The generator looks at one file at a time, and leaves records as they were that import what has changed. */
    @ParameterizedTest
    @MethodSource("events")
    void holdsEveryRecordAsItsOwnClassKnowsIt(Schema event) {
        for (Schema.Field field : event.getFields()) {
            for (Schema inner : inside(field.schema())) {
                assertThat(inner)
                        .as("%s of %s; if it is older, clean schemas once", inner.getName(), event.getName())
                        .isEqualTo(
                                SpecificData.get().getSchema(SpecificData.get().getClass(inner)));
            }
        }
    }

    private static List<Schema> inside(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> List.of(schema);
            case UNION ->
                schema.getTypes().stream()
                        .flatMap(type -> inside(type).stream())
                        .toList();
            case ARRAY -> inside(schema.getElementType());
            default -> List.of();
        };
    }

    @Test
    void noBreachGoesUnnoticed() {
        Schema bad = new Schema.Parser().parse("""
                        {"type": "record", "name": "Bad", "fields": [
                          {"name": "a", "type": "string", "doc": "No default."},
                          {"name": "b", "type": "string", "default": ""},
                          {"name": "c", "type": {"type": "enum", "name": "C", "symbols": ["X", "UNKNOWN"], "doc": "Wrong first."}, "default": "X", "doc": "."},
                          {"name": "d", "type": ["string", "null"], "default": "", "doc": "Null comes second."},
                          {"name": "e", "type": ["null", "string", "long"], "default": null, "doc": "Two kinds."},
                          {"name": "f", "type": {"type": "array", "items": {"type": "record", "name": "F", "fields": []}}, "default": [], "doc": "Inside."},
                          {"name": "g", "type": {"type": "map", "values": "string"}, "default": {}, "doc": "Not in a JSON form."}
                        ]}""");

        assertThat(breaches(bad))
                .containsExactlyInAnyOrder(
                        "Bad has no doc",
                        "Bad.a has no default",
                        "Bad.b has no doc",
                        "C does not start with UNKNOWN as its default",
                        "Bad.d is a union other than with null first",
                        "Bad.e is a union other than with null first",
                        "F has no doc",
                        "Bad.g is a MAP");
    }

    private static List<String> breaches(Schema schema) {
        List<String> found = new ArrayList<>();
        look(schema, "", found, new HashSet<>());
        return found;
    }

    private static void look(Schema schema, String at, List<String> found, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    requireDoc(schema, found);
                    schema.getFields().forEach(field -> look(field, schema.getName(), found, seen));
                }
            }
            case ENUM -> {
                if (seen.add(schema.getFullName())) {
                    requireDoc(schema, found);
                    if (!schema.getEnumSymbols().getFirst().equals("UNKNOWN")
                            || !"UNKNOWN".equals(schema.getEnumDefault())) {
                        found.add(schema.getName() + " does not start with UNKNOWN as its default");
                    }
                }
            }
            case ARRAY -> look(schema.getElementType(), at, found, seen);
            case UNION -> {
                List<Schema> branches = schema.getTypes();
                if (branches.size() != 2 || branches.getFirst().getType() != Schema.Type.NULL) {
                    found.add(at + " is a union other than with null first");
                }
                branches.forEach(branch -> look(branch, at, found, seen));
            }
            case MAP, FIXED, BYTES, FLOAT -> found.add(at + " is a " + schema.getType());
            case STRING, INT, LONG, DOUBLE, BOOLEAN, NULL -> {
                // Fine.
            }
        }
    }

    private static void look(Schema.Field field, String record, List<String> found, Set<String> seen) {
        String at = record + "." + field.name();
        if (!field.hasDefaultValue()) {
            found.add(at + " has no default");
        }
        if (field.doc() == null || field.doc().isBlank()) {
            found.add(at + " has no doc");
        }
        look(field.schema(), at, found, seen);
    }

    private static void requireDoc(Schema schema, List<String> found) {
        if (schema.getDoc() == null || schema.getDoc().isBlank()) {
            found.add(schema.getName() + " has no doc");
        }
    }
}
