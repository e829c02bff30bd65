package com.nowinfinity.xpm.worker.normal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address of either side. Compared as one value: {@link #form()}.
 *
 * @param region state or territory, short or long
 */
public record PlainAddress(
        @Nullable String street,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String country) {

    private static final Map<String, String> STATES = Map.of(
            "new south wales", "nsw",
            "victoria", "vic",
            "queensland", "qld",
            "south australia", "sa",
            "western australia", "wa",
            "tasmania", "tas",
            "northern territory", "nt",
            "australian capital territory", "act");

    private static final Map<Pattern, String> STREET_WORDS = new LinkedHashMap<>();

    static {
        street("street", "st");
        street("road", "rd");
        street("avenue", "ave");
        street("av", "ave");
        street("drive", "dr");
        street("place", "pl");
        street("court", "ct");
        street("crescent", "cres");
        street("parade", "pde");
        street("highway", "hwy");
        street("terrace", "tce");
        street("lane", "ln");
        street("boulevard", "bvd");
        street("square", "sq");
        street("level", "l");
        street("p o box", "po box");
    }

    private static final Pattern UNIT = Pattern.compile("^(?:unit|apartment|apt|flat|u|suite|shop) (\\w+) (?=\\d)");

    private static void street(String written, String form) {
        STREET_WORDS.put(Pattern.compile("\\b" + written + "\\b"), form);
    }

    public boolean isBlank() {
        return Stream.of(street, city, region, postcode).allMatch(part -> Text.tidy(part) == null);
    }

    /** The form in which addresses are compared; null when blank. The country counts only when it is not Australia. */
    public @Nullable String form() {
        if (isBlank()) {
            return null;
        }
        return Stream.of(streetForm(), Text.words(city), regionForm(), Numbers.digits(postcode), countryForm())
                .map(part -> part == null ? "" : part)
                .collect(Collectors.joining("|"));
    }

    /** One line for people. */
    public String line() {
        return Stream.of(street, city, region, postcode, country)
                .map(Text::tidy)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private @Nullable String streetForm() {
        String words = Text.words(street);
        if (words == null) {
            return null;
        }
        for (Map.Entry<Pattern, String> word : STREET_WORDS.entrySet()) {
            words = word.getKey().matcher(words).replaceAll(word.getValue());
        }
        // Punctuation is gone by now: 3/12 and Unit 3, 12 both start with "3 12".
        return UNIT.matcher(words).replaceFirst("$1 ");
    }

    private @Nullable String regionForm() {
        String words = Text.words(region);
        return words == null ? null : STATES.getOrDefault(words, words);
    }

    private @Nullable String countryForm() {
        String words = Text.words(country);
        return words == null
                        || words.equals("australia")
                        || words.toLowerCase(Locale.ROOT).equals("au")
                ? null
                : words;
    }
}
