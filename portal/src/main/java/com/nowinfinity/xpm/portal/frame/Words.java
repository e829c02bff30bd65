package com.nowinfinity.xpm.portal.frame;

import com.nowinfinity.xpm.events.InWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contract's codes, times and dates as an Australian reader has them. */
public final class Words {

    private static final Locale AUSTRALIA = Locale.of("en", "AU");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, h:mm a", AUSTRALIA);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", AUSTRALIA);

    private static final Pattern ISO_DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");

    private final ZoneId zone;

    Words(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code SOLE_TRADER} is "Sole trader", {@code TRUST.UNIT} "Unit trust". */
    public String code(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        String special = Dictionary.WORDS.get(code);
        if (special != null) {
            return special;
        }
        return code.startsWith("TRUST.") ? InWords.of(code.substring("TRUST.".length())) + " trust" : InWords.of(code);
    }

    /** A kind of entity in words; what is none is a label, and stays as the practice wrote it. */
    public String kind(@Nullable String kind) {
        return kind == null ? "" : Dictionary.isCode(kind) ? code(kind) : kind;
    }

    /** As {@link #field(String, Map)}, where nobody's name is known. */
    public String field(@Nullable String field) {
        return field(field, Map.of());
    }

    /**
     * A path in an entity, as {@code addresses.CONTACT}; "The whole record" for none.
     *
     * @param names of entities, for the other side of a role
     */
    public String field(@Nullable String field, Map<String, String> names) {
        if (field == null || field.isBlank()) {
            return "The whole record";
        }
        int colon = field.indexOf(':');
        if (colon < 0) {
            return InWords.ofField(field).orElseGet(() -> code(field.replaceAll("([a-z])([A-Z])", "$1 $2")));
        }
        String rest = field.substring(colon + 1);
        if (field.startsWith("kind:")) {
            return rest.isBlank() ? "No business structure" : "Business structure “" + rest + "”";
        }
        String name = names.get(rest);
        return code(field.substring(0, colon)) + (name == null ? "" : ": " + name);
    }

    public String fields(List<String> fields, Map<String, String> names) {
        return fields.stream().map(field -> field(field, names)).distinct().collect(Collectors.joining(", "));
    }

    /** What stands in a field: codes in words, dates as people write them; "–" for nothing. */
    public String value(@Nullable String value, @Nullable String field) {
        if (value == null || value.isBlank()) {
            return "–";
        }
        boolean isState = field == null || field.equals("status") || field.equals("kind") || field.equals("trustKind");
        if (isState && Dictionary.isCode(value)) {
            return code(value);
        }
        boolean isDated = field != null && (field.indexOf(':') > 0 || field.endsWith("dateOfBirth"));
        return isDated
                ? ISO_DATE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(date(found.group())))
                : value;
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
