package com.nowinfinity.xpm.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One page of a list, {@code {items, next}}. {@code next} is an opaque cursor, null on the last page.
 *
 * @param items in the list's order
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int GREATEST_LIMIT = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Of the items read, the page: read one more than the limit, so that the last page is known to be the last.
     *
     * @param key where an item stands in the list's order; the next page starts after it
     */
    public static <T> Page<T> of(List<T> itemsAndOneMore, int limit, Function<T, String> key) {
        if (itemsAndOneMore.size() <= limit) {
            return new Page<>(itemsAndOneMore, null);
        }
        List<T> items = itemsAndOneMore.subList(0, limit);
        byte[] last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }

    /** The {@code limit} parameter: 1 to 500, 50 where it is absent. */
    public static int limit(@Nullable Integer requested) {
        if (requested == null) {
            return DEFAULT_LIMIT;
        }
        if (requested < 1 || requested > GREATEST_LIMIT) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-limit", "Invalid request", "limit: from 1 to " + GREATEST_LIMIT);
        }
        return requested;
    }

    /** The {@code cursor} parameter as the key after which the page starts; null for the first page. */
    public static @Nullable String after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-cursor", "Invalid request", "cursor: not one of ours");
        }
    }
}
