package com.nowinfinity.xpm.bus.letters;

import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of a dead letter: where it lies, where it came from, what was wrong. Nothing of its content.
 *
 * @param key null where there is none or it is no id
 * @param cause a stable code, in most cases followed by a colon and a sentence
 * @param origin the place of the record on its topic; the letter's own place where it does not say
 * @param size of the value in bytes
 * @param whole false where key and value are at the original place only
 */
public record DeadLetter(
        Place place, Instant at, @Nullable String key, String cause, Origin origin, int size, boolean whole) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@~-]{0,127}");

    /** Letters of one origin are one record that several consumers refused. */
    public record Origin(int partition, long offset, Instant at) {}

    static DeadLetter of(Place place, ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        String cause = header(record, DeadLetters.CAUSE);
        Origin origin = new Origin(
                (int) number(record, DeadLetters.ORIGINAL_PARTITION, place.partition()),
                number(record, DeadLetters.ORIGINAL_OFFSET, place.offset()),
                Instant.ofEpochMilli(number(record, DeadLetters.ORIGINAL_TIMESTAMP, record.timestamp())));
        return new DeadLetter(
                place,
                at,
                key(record.key()),
                cause == null ? "unknown" : Scrubbed.text(cause),
                origin,
                Math.max(0, record.serializedValueSize()),
                header(record, DeadLetters.CONTENT_LEFT_BEHIND) == null);
    }

    private static @Nullable String key(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return ID.matcher(text).matches() ? text : null;
    }

    private static long number(ConsumerRecord<?, ?> record, String name, long otherwise) {
        String text = header(record, name);
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
