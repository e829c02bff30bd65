package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.events.InWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contract's codes, times and dates as an Australian reader has them. */
public final class Words {

    private static final Locale AUSTRALIA = Locale.of("en", "AU");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, h:mm a", AUSTRALIA);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", AUSTRALIA);

    /** What only the portal's pages say; for the rest {@link InWords} is the dictionary. */
    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("TRUST.OTHER", "Other trust"),
            Map.entry("TRUST.TESTAMENTARY", "Testamentary trust or estate"),
            Map.entry("INDIVIDUALS", "Individuals, sole traders, partnerships and others"),
            Map.entry("acn", "ACN"),
            Map.entry("abn", "ABN"),
            Map.entry("RECORDED", "Recorded, not sent"),
            Map.entry("PARKED", "Waits for a decision"),
            Map.entry("entity-changed", "Changed in NowInfinity"),
            Map.entry("entity-synced", "Outcome in XPM"),
            Map.entry("document-created", "Document created"));

    private final ZoneId zone;

    Words(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code SOLE_TRADER} is "Sole trader", {@code TRUST.UNIT} "Unit trust". */
    public String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String special = SPECIAL.get(code);
        if (special != null) {
            return special;
        }
        return code.startsWith("TRUST.") ? InWords.of(code.substring("TRUST.".length())) + " trust" : InWords.of(code);
    }

    /** A path in an entity, as {@code addresses.CONTACT}; "The whole record" for none. */
    public String field(@Nullable String field) {
        if (field == null || field.isBlank()) {
            return "The whole record";
        }
        if (field.startsWith("addresses.")) {
            return "Address: "
                    + InWords.of(field.substring("addresses.".length())).toLowerCase(AUSTRALIA);
        }
        int role = field.indexOf(':');
        if (role > 0) {
            return InWords.of(field.substring(0, role)) + " " + field.substring(role + 1);
        }
        return code(field.replace("person.", "").replaceAll("([a-z])([A-Z])", "$1 $2"));
    }

    /** A time in the portal's zone. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(zone)).replace("\u202f", " ");
    }

    public String date(@Nullable String date) {
        if (date == null || date.isBlank()) {
            return "";
        }
        try {
            return DATE.format(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    public String count(long number) {
        return "%,d".formatted(number);
    }

    /** "1 client", "2 clients". */
    public String count(long number, String one, String several) {
        return count(number) + " " + (number == 1 ? one : several);
    }
}
