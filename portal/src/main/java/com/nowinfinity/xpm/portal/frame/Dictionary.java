package com.nowinfinity.xpm.portal.frame;

import java.util.Map;
import java.util.Set;

/** What people call codes and fields on the pages, where that is not simply the code's own word. */
final class Dictionary {

    /** What only the portal's pages say; for the rest {@link com.nowinfinity.xpm.events.InWords} is the dictionary. */
    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("TRUST.OTHER", "Other trust"),
            Map.entry("TRUST.TESTAMENTARY", "Testamentary trust or estate"),
            Map.entry("INDIVIDUALS", "Individuals, sole traders, partnerships and others"),
            Map.entry("RECORDED", "Recorded, not sent"),
            Map.entry("PARKED", "Waits for a decision"),
            Map.entry("entity-changed", "Changed in NowInfinity"),
            Map.entry("entity-synced", "Outcome in XPM"),
            Map.entry("document-created", "Document created"));

    /** The fields, with the words that report-service has for them. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("formerNames", "Former names"),
            Map.entry("kind", "Kind of entity"),
            Map.entry("trustKind", "Kind of trust"),
            Map.entry("status", "State"),
            Map.entry("acn", "ACN"),
            Map.entry("abn", "ABN"),
            Map.entry("tfnTail", "Tax file number (last digits)"),
            Map.entry("email", "E-mail"),
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

    /** What may stand as a value of a whole record: states and kinds of entities. */
    private static final Set<String> CODES = Set.of(
            "ACTIVE",
            "DEREGISTERED",
            "STRIKE_OFF",
            "DECEASED",
            "CEASED",
            "COMPANY",
            "TRUST",
            "SUPER_FUND",
            "INDIVIDUAL",
            "PARTNERSHIP",
            "SOLE_TRADER",
            "OTHER",
            "DISCRETIONARY",
            "UNIT",
            "HYBRID",
            "TESTAMENTARY");

    private Dictionary() {}

    static boolean isCode(String value) {
        return CODES.contains(value);
    }
}
