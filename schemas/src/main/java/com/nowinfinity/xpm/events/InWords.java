package com.nowinfinity.xpm.events;

import java.util.Locale;
import java.util.Map;

/**
 * The contract's codes as people read them: the one dictionary for pages and for files. Programs go by the codes, which
 * never change; the words may.
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

    private InWords() {}

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
