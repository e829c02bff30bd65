package com.nowinfinity.xpm.report.discrepancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field's path says about it; paths are those of the entity's JSON. */
final class FieldPath {

    private static final Set<String> NUMBERS = Set.of("acn", "abn", "tfnTail");
    private static final Set<String> CONTACTS = Set.of("person.title", "email", "phone", "mobile", "fax", "website");
    private static final String ADDRESS = "addresses.";
    private static final String CONTACT_ADDRESS = ADDRESS + "CONTACT";

    private FieldPath() {}

    /** Contact fields may be taken from XPM; what ASIC, a deed or minutes govern may not. */
    static boolean isContact(@Nullable String field) {
        return field != null && (CONTACTS.contains(field) || field.equals(CONTACT_ADDRESS));
    }

    static ReportSection section(String field) {
        if (NUMBERS.contains(field)) {
            return ReportSection.LINKS_AND_NUMBERS;
        }
        if (field.startsWith(ADDRESS)) {
            return ReportSection.ADDRESSES;
        }
        if (CONTACTS.contains(field)) {
            return ReportSection.CONTACTS;
        }
        if (field.equals("status")) {
            return ReportSection.STATE;
        }
        boolean naming = field.equals("name") || field.startsWith("person.") || field.equals("kind");
        return naming ? ReportSection.NAMES_AND_STRUCTURE : ReportSection.OTHER;
    }
}
