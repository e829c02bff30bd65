package com.nowinfinity.xpm.worker.normal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States and countries, short or long. */
final class Regions {

    private static final Map<String, String> STATES = Map.of(
            "new south wales", "nsw",
            "victoria", "vic",
            "queensland", "qld",
            "south australia", "sa",
            "western australia", "wa",
            "tasmania", "tas",
            "northern territory", "nt",
            "australian capital territory", "act");

    private static final Map<String, String> COUNTRIES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            String form = code.toLowerCase(Locale.ROOT);
            COUNTRIES.put(form, form);
            COUNTRIES.put(country.getISO3Country().toLowerCase(Locale.ROOT), form);
            COUNTRIES.put(String.valueOf(Text.words(country.getDisplayCountry(Locale.ENGLISH))), form);
        }
        COUNTRIES.put("uk", "gb");
        COUNTRIES.put("great britain", "gb");
        COUNTRIES.put("england", "gb");
        COUNTRIES.put("united states of america", "us");
        COUNTRIES.put("commonwealth of australia", "au");
        COUNTRIES.put("peoples republic of china", "cn");
    }

    private Regions() {}

    static @Nullable String state(@Nullable String typed) {
        String words = Text.words(typed);
        if (words == null) {
            return null;
        }
        // N.S.W. stands as single letters.
        String joined = words.matches("\\p{L}( \\p{L})+") ? words.replace(" ", "") : words;
        return STATES.getOrDefault(joined, joined);
    }

    /** Two letters where it is known; null for Australia, which most addresses take for granted. */
    static @Nullable String country(@Nullable String typed) {
        String words = Text.words(typed);
        String form = words == null ? null : COUNTRIES.getOrDefault(words, words);
        return "au".equals(form) ? null : form;
    }
}
