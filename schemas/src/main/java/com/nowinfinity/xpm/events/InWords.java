package com.nowinfinity.xpm.events;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The contract's codes and fields as people read them: the one dictionary for pages and for files. Programs go by the
 * codes, which never change; the words may.
 */
public final class InWords {

    /** Where the words are not simply the code's own. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("SUPER_FUND", "Super fund"),
            Map.entry("OTHER", "Association or other"),
            Map.entry("STRIKE_OFF", "Being struck off"),
            Map.entry("NOWINFINITY", "NowInfinity"),
            Map.entry("XPM", "XPM"),
            Map.entry("BOTH", "Both sides"),
            Map.entry("PUSH", "Push to XPM"),
            Map.entry("TAKE", "Take from XPM"),
            Map.entry("LINK", "Link by hand"),
            Map.entry("UNLINK", "Remove the link"),
            Map.entry("ACCEPT", "Accept as it is"),
            Map.entry("CHANGE_REQUEST", "Change in NowInfinity"),
            Map.entry("missing-in-xpm", "Missing in XPM"),
            Map.entry("missing-in-nowinfinity", "Missing in NowInfinity"),
            Map.entry("archived-in-xpm", "Archived in XPM"),
            Map.entry("duplicate-in-xpm", "Duplicate in XPM"),
            Map.entry("prospect-in-xpm", "Prospect in XPM"),
            Map.entry("recorded-differently", "Person recorded differently"),
            Map.entry("asic-change-due", "ASIC change due"),
            Map.entry("trustee-number-on-trust", "Trustee's number on the trust"),
            Map.entry("role-missing-in-xpm", "Role missing in XPM"),
            Map.entry("role-missing-in-nowinfinity", "Role missing in NowInfinity"),
            Map.entry("role-ceased", "Role ceased, but current in XPM"),
            Map.entry("another-app-changes", "Another app changes this field"));

    /** By path in an entity. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
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

    private InWords() {}

    /** What a field is called: {@code addresses.CONTACT} is "Contact address"; empty for a path that is not known here. */
    public static Optional<String> ofField(String path) {
        return Optional.ofNullable(FIELDS.get(path));
    }

    /** {@code SOLE_TRADER} is "Sole trader"; a code that is not known here reads as itself. */
    public static String of(String code) {
        String special = SPECIAL.get(code);
        return special == null ? plain(code) : special;
    }

    private static String plain(String code) {
        String words = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
