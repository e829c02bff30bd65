package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.InWords;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields in words, as a person would call them. */
public final class FieldNames {

    private static final String LABEL = "kind:";

    private FieldNames() {}

    /**
     * The name of a field; its path where it is none that is known here.
     *
     * @param names of entities and clients by id, for the other side of a role
     */
    public static @Nullable String of(@Nullable String field, Map<String, String> names) {
        if (field == null) {
            return null;
        }
        int colon = field.indexOf(':');
        if (colon < 0) {
            return InWords.ofField(field).orElse(field);
        }
        String rest = field.substring(colon + 1);
        if (field.startsWith(LABEL)) {
            return rest.isBlank() ? "No business structure" : "Business structure “" + rest + "”";
        }
        String type = field.substring(0, colon);
        return type.matches("[A-Z_]+") ? InWords.of(type) + ": " + names.getOrDefault(rest, rest) : field;
    }
}
