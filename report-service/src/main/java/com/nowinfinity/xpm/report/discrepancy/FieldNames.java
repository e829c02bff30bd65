package com.nowinfinity.xpm.report.discrepancy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields in words, as a person would call them. */
public final class FieldNames {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("formerNames", "Former names"),
            Map.entry("kind", "Kind of entity"),
            Map.entry("trustKind", "Kind of trust"),
            Map.entry("status", "State"),
            Map.entry("acn", "ACN"),
            Map.entry("abn", "ABN"),
            Map.entry("tfnTail", "Tax file number (last digits)"),
            Map.entry("email", "E-mail"),
            Map.entry("phone", "Phone"),
            Map.entry("mobile", "Mobile"),
            Map.entry("fax", "Fax"),
            Map.entry("website", "Website"),
            Map.entry("person.title", "Title"),
            Map.entry("person.firstName", "First name"),
            Map.entry("person.middleName", "Middle name"),
            Map.entry("person.lastName", "Last name"),
            Map.entry("person.otherName", "Other name"),
            Map.entry("person.dateOfBirth", "Date of birth"),
            Map.entry("addresses.REGISTERED_OFFICE", "Registered office"),
            Map.entry("addresses.PRINCIPAL_PLACE", "Principal place of business"),
            Map.entry("addresses.RESIDENTIAL", "Residential address"),
            Map.entry("addresses.CONTACT", "Contact address"));
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
        String known = NAMES.get(field);
        if (known != null) {
            return known;
        }
        int colon = field.indexOf(':');
        if (colon < 0) {
            return field;
        }
        String rest = field.substring(colon + 1);
        if (field.startsWith(LABEL)) {
            return rest.isBlank() ? "No business structure" : "Business structure “" + rest + "”";
        }
        String type = field.substring(0, colon);
        return type.matches("[A-Z_]+") ? inWords(type) + ": " + names.getOrDefault(rest, rest) : field;
    }

    private static String inWords(String type) {
        return type.charAt(0) + type.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
