package com.nowinfinity.xpm.notification.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has got: of each business the number of the last notice that was passed. As text it is the id of
 * every event of the stream, short enough for a header with hundreds of businesses: a digest of the business's id and
 * the number, {@code 1a2b3c4d5e-7.5e6f7a8b9c-12}. What it names is no secret and proves nothing: access is decided by the
 * token alone.
 */
final class StreamPosition {

    /** What a header takes, with room for the others: some 450 businesses. */
    private static final int GREATEST_LENGTH = 6_000;

    private static final int LONGEST_PART = 32;
    private static final int DIGEST_BYTES = 5;

    private final Map<String, Long> numbers;

    private StreamPosition(Map<String, Long> numbers) {
        this.numbers = numbers;
    }

    /** @param text of an earlier stream; what is not readable counts as not said */
    static StreamPosition parse(@Nullable String text) {
        Map<String, Long> numbers = new HashMap<>();
        if (text != null && text.length() <= GREATEST_LENGTH) {
            for (String part : text.split("\\.", -1)) {
                int dash = part.indexOf('-');
                if (dash > 0) {
                    number(part.substring(dash + 1)).ifPresent(number -> numbers.put(part.substring(0, dash), number));
                }
            }
        }
        return new StreamPosition(numbers);
    }

    /** Where an earlier stream had got in this business; empty where it did not watch it. */
    OptionalLong of(String businessId) {
        Long number = numbers.get(digest(businessId));
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    void passed(String businessId, long number) {
        numbers.put(digest(businessId), number);
    }

    /** Only for these businesses: others may have been in the text that was parsed. */
    String text(Collection<String> businessIds) {
        Map<String, Long> shown = new TreeMap<>();
        for (String businessId : businessIds) {
            String digest = digest(businessId);
            Long number = numbers.get(digest);
            if (number != null) {
                shown.put(digest, number);
            }
        }
        StringJoiner text = new StringJoiner(".");
        for (Map.Entry<String, Long> entry : shown.entrySet()) {
            if (text.length() < GREATEST_LENGTH - LONGEST_PART) {
                text.add(entry.getKey() + "-" + entry.getValue());
            }
        }
        return text.toString();
    }

    private static OptionalLong number(String digits) {
        return digits.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static String digest(String businessId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(businessId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
