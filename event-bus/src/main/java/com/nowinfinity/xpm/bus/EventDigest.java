package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One digest for one content: by it a repeat is told from an event id that is used for something else. When it happened
 * does not count. A field at its default does not count either, so a later version with more fields finds the same
 * digest; what differs from the default does, even where it is 0, false or empty.
 */
public final class EventDigest {

    private static final String OCCURRED_AT = "occurredAt";

    /** A field that counts, with its default in the form that counts. */
    private record Part(String name, int position, @Nullable Object plainDefault) {}

    /** The parts of each class of events, by name: finding them takes longer than a digest. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return SpecificData.get().getSchema(type).getFields().stream()
                    .filter(field -> !field.name().equals(OCCURRED_AT))
                    .sorted(Comparator.comparing(Schema.Field::name))
                    .map(field -> new Part(
                            field.name(), field.pos(), plain(SpecificData.get().getDefaultValue(field))))
                    .toList();
        }
    };

    private EventDigest() {}

    /** @return lower-case hexadecimal SHA-256 */
    public static String of(Topic<?> topic, SpecificRecord event) {
        StringBuilder canonical = new StringBuilder(topic.name());
        append(canonical, event);
        return HexFormat.of().formatHex(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void append(StringBuilder canonical, @Nullable Object value) {
        switch (value) {
            case null -> canonical.append("null;");
            case SpecificRecord record -> {
                canonical.append('{');
                PARTS.get(record.getClass())
                        .forEach(part -> append(canonical, part, plain(record.get(part.position()))));
                canonical.append('}');
            }
            case List<?> list -> {
                canonical.append('[');
                list.forEach(inner -> append(canonical, plain(inner)));
                canonical.append(']');
            }
            case String text -> canonical.append(text.length()).append('"').append(text);
            default -> canonical.append(value).append(';');
        }
    }

    private static void append(StringBuilder canonical, Part part, @Nullable Object value) {
        if (!Objects.equals(value, part.plainDefault())) {
            canonical.append(part.name()).append(':');
            append(canonical, value);
        }
    }

    /** Values of one kind have one form, whoever made them. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> symbol -> symbol.name();
            case Instant instant -> instant.toEpochMilli();
            case Integer number -> number.longValue();
            case CharSequence text -> text.toString();
            default -> value;
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
