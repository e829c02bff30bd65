package com.nowinfinity.xpm.worker.normal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normal forms of free text. Blank and null are the same: null. */
public final class Text {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}&]+");

    private Text() {}

    /** Trimmed, with single spaces; null when nothing is left. */
    public static @Nullable String tidy(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String tidy = SPACES.matcher(typed.strip()).replaceAll(" ");
        return tidy.isEmpty() ? null : tidy;
    }

    /** For addresses of mail and web: tidy, lower case. */
    public static @Nullable String caseless(@Nullable String typed) {
        String tidy = tidy(typed);
        return tidy == null ? null : tidy.toLowerCase(Locale.ROOT);
    }

    /** For names: without case, accents and punctuation, so that O'Brien, OBRIEN and Ó'Brien agree. */
    public static @Nullable String words(@Nullable String typed) {
        String tidy = tidy(typed);
        if (tidy == null) {
            return null;
        }
        String plain = ACCENTS.matcher(Normalizer.normalize(tidy, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("'", "")
                .replace("’", "")
                .toLowerCase(Locale.ROOT);
        String words = NOT_WORD.matcher(plain).replaceAll(" ").strip();
        return words.isEmpty() ? null : words;
    }

    /** A website without what browsers add by themselves. */
    public static @Nullable String website(@Nullable String typed) {
        String caseless = caseless(typed);
        if (caseless == null) {
            return null;
        }
        String host = caseless.replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
        return tidy(host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
    }

    /** A phone number as digits, an Australian one in its national form. */
    public static @Nullable String phone(@Nullable String typed) {
        String digits = Numbers.digits(typed);
        if (digits == null || typed == null) {
            return null;
        }
        boolean international = typed.strip().startsWith("+") || digits.startsWith("0011");
        if (!international) {
            return digits;
        }
        String worldwide = digits.replaceFirst("^0011", "");
        if (!worldwide.startsWith("61")) {
            return worldwide;
        }
        String national = worldwide.substring(2);
        return national.startsWith("0") ? national : "0" + national;
    }
}
