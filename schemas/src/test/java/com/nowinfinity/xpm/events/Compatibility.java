package com.nowinfinity.xpm.events;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.NullMarked;

/** Whether two versions of a schema can run side by side: each reads what the other wrote. */
@NullMarked
final class Compatibility {

    private Compatibility() {}

    /** What is in the way, where; empty when nothing is. */
    static List<String> problems(Schema one, Schema other) {
        return Stream.concat(reading(one, other), reading(other, one)).toList();
    }

    private static Stream<String> reading(Schema reader, Schema writer) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return pair.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Stream.empty()
                : pair.getResult().getIncompatibilities().stream()
                        .map(found -> found.getType() + " at " + found.getLocation() + ": " + found.getMessage());
    }
}
