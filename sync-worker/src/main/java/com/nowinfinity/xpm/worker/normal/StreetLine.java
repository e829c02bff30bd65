package com.nowinfinity.xpm.worker.normal;

import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The street of an address in normal form: level, unit, then the rest in the short words of the mail. */
final class StreetLine {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("saint", "st"),
            Map.entry("road", "rd"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("drive", "dr"),
            Map.entry("drv", "dr"),
            Map.entry("place", "pl"),
            Map.entry("court", "ct"),
            Map.entry("crt", "ct"),
            Map.entry("crescent", "cres"),
            Map.entry("cr", "cres"),
            Map.entry("parade", "pde"),
            Map.entry("highway", "hwy"),
            Map.entry("terrace", "tce"),
            Map.entry("terr", "tce"),
            Map.entry("lane", "ln"),
            Map.entry("boulevard", "bvd"),
            Map.entry("blvd", "bvd"),
            Map.entry("square", "sq"),
            Map.entry("close", "cl"),
            Map.entry("circuit", "cct"),
            Map.entry("esplanade", "esp"),
            Map.entry("grove", "gr"),
            Map.entry("way", "wy"),
            Map.entry("mount", "mt"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"));

    /** 10-14 is one number; 3/12 is two. */
    private static final Pattern RANGE = Pattern.compile("(\\d)\\s*[-–]\\s*(\\d)");

    private static final Pattern BOX = Pattern.compile("\\b(g)?\\s?(?:p\\s?o|post office|postal)\\s?box\\b");
    private static final Pattern CARE_OF = Pattern.compile("^(?:c\\s?o|c|care of)\\s+(?=\\p{L})");
    private static final Pattern LEVEL = Pattern.compile("\\b(?:level|lvl|lv|l|floor|fl)\\s?(\\d+)\\b");
    private static final Pattern UNIT =
            Pattern.compile("\\b(?:unit|apartment|apt|flat|suite|ste|shop|villa|u)\\s?(\\d\\w*|\\w)\\b(?=.*\\d)");
    private static final Pattern TWO_NUMBERS = Pattern.compile("^(\\d\\w*) (?=\\d)");

    private StreetLine() {}

    static @Nullable String form(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        String words = tidy == null ? null : Text.words(RANGE.matcher(tidy).replaceAll("$1to$2"));
        if (words == null) {
            return null;
        }
        String rest =
                CARE_OF.matcher(BOX.matcher(words).replaceFirst("$1po box")).replaceFirst("care ");
        StringJoiner form = new StringJoiner(" ");
        Matcher level = LEVEL.matcher(rest);
        if (level.find()) {
            form.add("l" + level.group(1));
            rest = cut(rest, level);
        }
        Matcher unit = UNIT.matcher(rest);
        if (unit.find()) {
            form.add("u" + unit.group(1));
            rest = cut(rest, unit);
        } else {
            // Punctuation is gone by now: 3/12 stands as "3 12".
            rest = TWO_NUMBERS.matcher(rest).replaceFirst("u$1 ");
        }
        for (String word : rest.split(" ", -1)) {
            form.add(WORDS.getOrDefault(word, word));
        }
        return Text.tidy(form.toString());
    }

    /** A suburb, which is a name that may begin with Mount or Saint. */
    static @Nullable String city(@Nullable String typed) {
        String words = Text.words(typed);
        return words == null ? null : words.replaceFirst("^mount ", "mt ").replaceFirst("^saint ", "st ");
    }

    private static String cut(String words, Matcher found) {
        return (words.substring(0, found.start()) + words.substring(found.end()))
                .replaceAll(" +", " ")
                .strip();
    }
}
