package com.nowinfinity.xpm.connector.intake;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.events.BusinessIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What every body is held to before it becomes an event. Refusals name the field's path. */
public final class Checks {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@~-]{0,127}");
    private static final Pattern EVENT_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LIST = 5_000;

    private Checks() {}

    /** An id of the portal or of XPM: letters, digits and {@code . _ : @ ~ -}, at most 128. */
    public static String id(@Nullable String id, String path) {
        String given = ProblemException.required(id, path);
        if (!ID.matcher(given).matches()) {
            throw ProblemException.invalidField(
                    "invalid-id",
                    path,
                    "an id has at most 128 letters, digits and . _ : @ ~ - and starts with one of the first two");
        }
        return given;
    }

    /** Of a business: as {@link #id}, without {@code : @ ~}, which no consumer of its events takes. */
    static void businessId(String id) {
        if (!BusinessIds.isOne(id)) {
            throw ProblemException.invalidField(
                    "invalid-id",
                    "businessId",
                    "the id of a business has at most 128 letters, digits and . _ - and starts with one of the first two");
        }
    }

    /** The caller's UUID, or ours where there is none. */
    public static String eventId(@Nullable Object given, UUID ours) {
        if (given == null) {
            return ours.toString();
        }
        if (given instanceof String text && EVENT_ID.matcher(text).matches()) {
            return text;
        }
        throw ProblemException.invalidField("invalid-event-id", "eventId", "is not a UUID");
    }

    /** Only these fields may be in a body; what we set ourselves may not. */
    public static void fields(Map<String, ?> body, Set<String> known) {
        body.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw ProblemException.invalidField("unknown-field", name, "unknown field");
        });
    }

    /** Texts and lists of the whole event: not too long, no control characters (XML cannot carry them), no broken pairs. */
    public static void texts(SpecificRecord event) {
        check(event, "");
    }

    private static void check(@Nullable Object value, String path) {
        switch (value) {
            case null -> {}
            case SpecificRecord inner -> {
                for (Schema.Field field : inner.getSchema().getFields()) {
                    check(inner.get(field.pos()), path.isEmpty() ? field.name() : path + "." + field.name());
                }
            }
            case List<?> list -> {
                if (list.size() > LONGEST_LIST) {
                    throw ProblemException.invalidField("too-many", path, "at most " + LONGEST_LIST);
                }
                for (int i = 0; i < list.size(); i++) {
                    check(list.get(i), path + "[" + i + "]");
                }
            }
            case String text -> checkText(text, path);
            default -> {}
        }
    }

    private static void checkText(String text, String path) {
        if (text.length() > LONGEST_TEXT) {
            throw ProblemException.invalidField("too-long", path, "at most " + LONGEST_TEXT + " characters");
        }
        if (text.codePoints().anyMatch(Checks::isUnfit)) {
            throw ProblemException.invalidField(
                    "invalid-character", path, "holds a control character or half of a character");
        }
    }

    private static boolean isUnfit(int codePoint) {
        boolean control = codePoint < ' ' && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return control || half || codePoint == 0x7F || codePoint == 0xFFFE || codePoint == 0xFFFF;
    }
}
