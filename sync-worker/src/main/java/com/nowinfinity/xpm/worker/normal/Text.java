package com.nowinfinity.xpm.worker.normal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normal forms of free text. Blank and null are the same: null. */
public final class Text {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** What nobody sees: marks of direction, soft hyphens, zero widths. The joiner of emoji is none of them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    /** Marks that people leave out; in other scripts, as in Devanagari and kana, they are what tells words apart. */
    private static final Pattern ACCENTS = Pattern.compile(
            "(?:(?<=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}])|(?<![\\p{L}\\p{M}]))\\p{M}+");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´ʼ＇]");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&]+");
    /** Letters that are written with plain ones where the keyboard has none of them, and do not decompose. */
    private static final Map<Character, String> PLAIN_LETTERS =
            Map.of('ø', "o", 'ł', "l", 'đ', "d", 'æ', "ae", 'œ', "oe", 'ð', "d", 'þ', "th", 'ı', "i");

    private Text() {}

    /** Composed, without what nobody sees, trimmed, with single spaces; null when nothing is left. */
    public static @Nullable String tidy(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String visible = isPlain(typed)
                ? typed
                : INVISIBLE
                        .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                        .replaceAll("");
        String tidy = SPACES.matcher(visible).replaceAll(" ").strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /** For addresses of mail: tidy, lower case, without the scheme that a browser copies along. */
    public static @Nullable String caseless(@Nullable String typed) {
        String tidy = tidy(typed);
        return tidy == null ? null : tidy(tidy.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", ""));
    }

    /** For names: without case, accents and punctuation, so that O'Brien, OBRIEN and Ó'Brien agree. */
    public static @Nullable String words(@Nullable String typed) {
        String tidy = tidy(typed);
        if (tidy == null) {
            return null;
        }
        // Before accents go: an acute that stands by itself would leave a space behind.
        String joined = APOSTROPHES.matcher(tidy).replaceAll("");
        String plain = isPlain(joined) ? joined : withoutAccents(joined);
        String words =
                NOT_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? null : words;
    }

    /** As {@link #words}; but what has no letter and no digit, as an emoji has, stands for itself. */
    static @Nullable String wordsOrSigns(@Nullable String typed) {
        String words = words(typed);
        String tidy = tidy(typed);
        boolean signs = words == null && tidy != null && tidy.codePoints().anyMatch(Text::isSign);
        return signs ? tidy : words;
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

    private static boolean isSign(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.OTHER_SYMBOL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    private static String withoutAccents(String text) {
        // Upper case first: only so a sharp s becomes two plain ones.
        String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String decomposed = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed.chars().forEach(c -> plain.append(PLAIN_LETTERS.getOrDefault((char) c, String.valueOf((char) c))));
        return plain.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
