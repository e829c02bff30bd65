package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check that guards the released schemas lets through what may change, and nothing else. */
@NullMarked
class CompatibilityTest {

    private static final String RELEASED = record("""
            {"name": "eventId", "type": "string", "default": ""},
            {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "A"], "default": "UNKNOWN"}, "default": "UNKNOWN"},
            {"name": "note", "type": ["null", "string"], "default": null}
            """);

    static Stream<String> refused() {
        return Stream.of(
                // another type
                RELEASED.replace(
                        "{\"name\": \"eventId\", \"type\": \"string\", \"default\": \"\"}",
                        "{\"name\": \"eventId\", \"type\": \"long\", \"default\": 0}"),
                // a string that may be null now
                RELEASED.replace(
                        "{\"name\": \"eventId\", \"type\": \"string\", \"default\": \"\"}",
                        "{\"name\": \"eventId\", \"type\": [\"null\", \"string\"], \"default\": null}"),
                // and one that no longer may
                RELEASED.replace("[\"null\", \"string\"], \"default\": null", "\"string\", \"default\": \"\""),
                // a branch more
                RELEASED.replace("[\"null\", \"string\"]", "[\"null\", \"string\", \"long\"]"),
                // a field more, without a default
                RELEASED.replace(
                        "{\"name\": \"note\"", "{\"name\": \"colour\", \"type\": \"string\"}, {\"name\": \"note\""),
                // a symbol less, and no default for those who still send it
                RELEASED.replace("[\"UNKNOWN\", \"A\"], \"default\": \"UNKNOWN\"", "[\"UNKNOWN\"]"),
                // another name
                RELEASED.replace("\"Sample\"", "\"Example\""));
    }

    static Stream<String> accepted() {
        return Stream.of(
                RELEASED,
                // a field more, with a default
                RELEASED.replace(
                        "{\"name\": \"note\"",
                        "{\"name\": \"colour\", \"type\": \"string\", \"default\": \"\"}, {\"name\": \"note\""),
                // a field less, which had a default
                RELEASED.replace("{\"name\": \"eventId\", \"type\": \"string\", \"default\": \"\"},", ""),
                // a symbol more, with a default for those who do not know it
                RELEASED.replace("[\"UNKNOWN\", \"A\"]", "[\"UNKNOWN\", \"A\", \"B\"]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotRunSideBySide(String changed) {
        assertThat(changed).isNotEqualTo(RELEASED);
        assertThat(Compatibility.problems(parsed(changed), parsed(RELEASED))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsWhatCan(String changed) {
        assertThat(Compatibility.problems(parsed(changed), parsed(RELEASED))).isEmpty();
    }

    private static Schema parsed(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static String record(String fields) {
        return "{\"type\": \"record\", \"name\": \"Sample\", \"fields\": [" + fields + "]}";
    }
}
