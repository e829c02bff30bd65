package com.nowinfinity.xpm.report.storage;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Ids of documents: {@code businessId/part/part}, so that what belongs to a business is one range. A slash inside a
 * part is written otherwise, so no part can reach into another business's range.
 */
public final class Key {

    private Key() {}

    /** @param parts null where a pair has one side only */
    public static String of(String businessId, @Nullable String... parts) {
        return below(escaped(businessId), parts);
    }

    /** A key under a key. */
    public static String below(String key, @Nullable String... parts) {
        StringBuilder longer = new StringBuilder(key);
        for (String part : parts) {
            longer.append('/').append(part == null ? "" : escaped(part));
        }
        return longer.toString();
    }

    /** The value for a filter on {@code _id} that takes all keys below this one. */
    public static Document range(String key) {
        // '0' is what follows '/'.
        return new Document("$gte", key + "/").append("$lt", key + "0");
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }
}
