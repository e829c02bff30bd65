package com.nowinfinity.xpm.worker.normal;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text in capitals as people would write it: XPM's letters go out under these names. Other text stays as typed. */
public final class Capitals {

    private static final Set<String> SMALL = Set.of("and", "of", "for", "the", "in", "on");
    private static final Set<String> WORDS =
            Set.of("pty", "ltd", "inc", "co", "no", "st", "rd", "dr", "mr", "mrs", "ms");
    private static final Set<String> ALWAYS = Set.of(
            "PO", "GPO", "ATF", "SMSF", "NSW", "VIC", "QLD", "SA", "WA", "NT", "ACT", "II", "III", "IV", "OAM", "CPA");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
    private static final int LONGEST_ABBREVIATION = 3;

    private Capitals() {}

    /** A person's name, or a part of it. Surnames are often the only part in capitals: John SMITH, J. McDONALD. */
    public static @Nullable String person(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        if (tidy == null || isShouted(tidy, 1)) {
            return tidy == null ? null : capitalised(tidy);
        }
        return Stream.of(tidy.split(" ", -1)).map(Capitals::ofPerson).collect(Collectors.joining(" "));
    }

    /** Short ones are initials among other words. */
    private static String ofPerson(String word) {
        String shouted = word.startsWith("Mc") ? word.substring(2) : word;
        boolean isName = isShouted(shouted, 2)
                && !ALWAYS.contains(word)
                && VOWEL.matcher(word).find();
        return isName ? capitalised(word) : word;
    }

    /** An address of mail or of a page, where capitals say nothing. */
    public static @Nullable String online(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        return tidy != null && isShouted(tidy, 0) ? tidy.toLowerCase(Locale.ROOT) : tidy;
    }

    /** Name of a firm, or a line of an address: abbreviations stay what they are. */
    public static @Nullable String line(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        if (tidy == null || !isShouted(tidy, LONGEST_ABBREVIATION)) {
            return tidy;
        }
        StringJoiner line = new StringJoiner(" ");
        for (String word : tidy.split(" ", -1)) {
            line.add(word(word, line.length() == 0));
        }
        return line.toString();
    }

    private static String word(String word, boolean first) {
        String letters = word.replaceAll("\\P{L}", "");
        String lower = letters.toLowerCase(Locale.ROOT);
        boolean abbreviation = letters.length() <= LONGEST_ABBREVIATION
                && !VOWEL.matcher(letters).find()
                && !WORDS.contains(lower);
        if (ALWAYS.contains(letters) || abbreviation || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        return !first && SMALL.contains(lower) ? word.toLowerCase(Locale.ROOT) : capitalised(word);
    }

    /** More letters than so many, and none of them small. */
    private static boolean isShouted(String text, int atLeastMoreThan) {
        return text.codePoints().filter(Character::isLetter).count() > atLeastMoreThan
                && text.equals(text.toUpperCase(Locale.ROOT))
                && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** After an apostrophe, a hyphen and Mc a name begins anew: O'Brien, Smith-Jones, McDonald. */
    private static String capitalised(String shouted) {
        String lower = shouted.toLowerCase(Locale.ROOT);
        StringBuilder written = new StringBuilder(lower.length());
        int letters = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean afterMc = letters == 2 && written.toString().endsWith("Mc");
            boolean afterApostrophe = letters == 0 && i > 0 && i == lower.length() - 1 && lower.charAt(i - 1) == '\'';
            written.append((letters == 0 && !afterApostrophe) || afterMc ? Character.toTitleCase(c) : c);
            letters = Character.isLetter(c) ? letters + 1 : 0;
        }
        return written.toString();
    }
}
