package com.nowinfinity.xpm.connector.intake;

import com.nowinfinity.xpm.connector.secrets.Digests;
import com.nowinfinity.xpm.events.JsonForm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One digest for one content: whatever order fields came in, and absent the same as null. Fields that hold nothing do not
 * count, so a later version with more fields finds the same digest.
 */
final class EventDigest {

    private EventDigest() {}

    static String of(String topic, SpecificRecord event) {
        StringBuilder canonical = new StringBuilder(topic);
        append(canonical, JsonForm.of(event));
        return Digests.sha256(canonical.toString());
    }

    private static void append(StringBuilder canonical, @Nullable Object value) {
        switch (value) {
            case null -> canonical.append("null;");
            case Map<?, ?> map -> {
                canonical.append('{');
                new TreeMap<>(map).forEach((name, inner) -> {
                    if (!isNothing(inner)) {
                        canonical.append(name).append(':');
                        append(canonical, inner);
                    }
                });
                canonical.append('}');
            }
            case List<?> list -> {
                canonical.append('[');
                list.forEach(inner -> append(canonical, inner));
                canonical.append(']');
            }
            case String text -> canonical.append(text.length()).append('"').append(text);
            default -> canonical.append(value).append(';');
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || "".equals(value)
                || "UNKNOWN".equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Number number && number.doubleValue() == 0);
    }
}
