package com.nowinfinity.xpm.worker.normal;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of firms, trusts and funds, and single parts of people's names. */
public final class Names {

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("proprietary", "pty"),
            Map.entry("limited", "ltd"),
            Map.entry("and", "&"),
            Map.entry("incorporated", "inc"),
            Map.entry("company", "co"),
            Map.entry("corporation", "corp"),
            Map.entry("superannuation", "super"),
            Map.entry("aust", "australia"),
            Map.entry("number", "no"));

    private static final Pattern PTY_LTD = Pattern.compile("(?i)\\bp\\s*/\\s*l\\b\\.?");

    /** Who acts, and for whom: "X ATF Y", "X as trustee for Y", "X A/T/F Y". */
    private static final Pattern ACTING = Pattern.compile(
            "(?i)^(.*?)[\\s,(]*\\b(?:a\\s*/?\\s*t\\s*/?\\s*f\\b|(?:acting |in its capacity )?as (?:the )?trustees? (?:for|of)\\b"
                    + "|(?:as )?t/ee (?:for|of)\\b|(?:the )?trustees? for\\b)[\\s:]*(.+?)\\)?$");

    private static final Pattern BEGINS_WITH_ATF = Pattern.compile("(?i)^a\\s*/?\\s*t\\s*/?\\s*f\\b");

    /** The banks' spelling: {@code X <Y A/C>}. */
    private static final Pattern ACCOUNT = Pattern.compile("(?i)^(.*?)\\s*<\\s*(.+?)\\s*>\\s*$");

    private static final Pattern ACCOUNT_WORD = Pattern.compile("(?i)\\s*\\b(?:a\\s*/\\s*c|account)\\.?\\s*$");
    private static final Pattern FIRM_END = Pattern.compile(".*\\b(?:ltd|inc|corp)$");
    /** Words of firms that may stand without the ending of one. */
    private static final Pattern FIRM_WORD = Pattern.compile(
            "\\b(?:pty|ltd|inc|corp|co|trustees?|nominees?|custodians?|holdings?|services|investments?|properties|group"
                    + "|enterprises|capital|partners|partnership|family|the|estate|trust|super|fund|smsf|bank)\\b");

    private static final Pattern TWO_TO_FOUR_WORDS =
            Pattern.compile("\\p{L}[\\p{L}'’.-]*,?(?: \\p{L}[\\p{L}'’.-]*){1,3}");
    private static final Pattern TRUST_WORD = Pattern.compile("\\b(?:trust|fund|smsf)\\b");
    private static final Pattern ESTATE =
            Pattern.compile("^(?:the )?(?:deceased )?estate\\b|\\bestate of\\b|\\bestate late\\b|\\bestate$");
    private static final Pattern LAND = Pattern.compile("\\breal estate\\b");

    /** @param trustee who acts for it, as typed; null when the name names nobody */
    private record Acting(@Nullable String trustee, String name) {}

    private Names() {}

    /**
     * The form in which names of firms, trusts and funds are compared. Of "X as trustee for Y" it is the form of Y: the
     * trustee is not the trust.
     */
    public static @Nullable String firm(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        return tidy == null ? null : form(acting(tidy).name());
    }

    /** Whom a name like "X ATF Y" gives as the trustee, as typed. */
    public static Optional<String> trustee(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        return tidy == null
                ? Optional.empty()
                : Optional.ofNullable(acting(tidy).trustee());
    }

    /** Whether a name can only be that of a trust or fund: it names the one who acts for it, or its account. */
    public static boolean namesTrusteeOrAccount(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        return tidy != null
                && (!acting(tidy).name().equals(tidy)
                        || ACCOUNT_WORD.matcher(tidy).find());
    }

    /** Whether a name sounds like a trust or fund; that of a company may hold such words and end as companies do. */
    public static boolean soundsLikeTrust(@Nullable String typed) {
        String words = form(Text.tidy(typed));
        return namesTrusteeOrAccount(typed)
                || (words != null
                        && !FIRM_END.matcher(words).matches()
                        && TRUST_WORD.matcher(words).find());
    }

    public static boolean soundsLikeFirm(@Nullable String typed) {
        String words = form(Text.tidy(typed));
        return words != null && FIRM_END.matcher(words).matches();
    }

    /** Whether a name can only be that of one person: given name and surname, and no word of a firm. */
    public static boolean soundsLikePerson(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        String words = form(tidy);
        return tidy != null
                && words != null
                && TWO_TO_FOUR_WORDS.matcher(tidy).matches()
                && !words.contains("&")
                && !FIRM_WORD.matcher(words).find();
    }

    /** Whether a name is what somebody left behind, who is no longer a person. */
    public static boolean soundsLikeEstate(@Nullable String typed) {
        String words = Text.words(typed);
        return words != null
                && ESTATE.matcher(words).find()
                && !LAND.matcher(words).find()
                && !soundsLikeFirm(typed);
    }

    /** The form in which one part of a person's name is compared. */
    public static @Nullable String part(@Nullable String typed) {
        return Text.wordsOrSigns(typed);
    }

    /** Whether two parts may be the same name: equal, or one the other's initial. */
    public static boolean samePart(String one, String other) {
        return one.equals(other)
                || (isInitial(one) && other.startsWith(one))
                || (isInitial(other) && one.startsWith(other));
    }

    /** A script without capitals has no initials either: one character of it is a name. */
    private static boolean isInitial(String part) {
        int letter = part.codePointAt(0);
        boolean cased = Character.isLowerCase(letter) || Character.isUpperCase(letter) || Character.isTitleCase(letter);
        return cased && part.length() == Character.charCount(letter);
    }

    private static Acting acting(String tidy) {
        for (Pattern wording : new Pattern[] {ACTING, ACCOUNT}) {
            Matcher matcher = wording.matcher(tidy);
            if (matcher.matches() && !isCalledAtf(tidy)) {
                String name = ACCOUNT_WORD.matcher(matcher.group(2)).replaceFirst("");
                return new Acting(Text.tidy(matcher.group(1)), name.isEmpty() ? tidy : name);
            }
        }
        return new Acting(null, tidy);
    }

    /** A firm may be called "ATF Mining"; what is a trust all the same has left its trustee out. */
    private static boolean isCalledAtf(String tidy) {
        String words = form(tidy);
        return BEGINS_WITH_ATF.matcher(tidy).find()
                && (words == null
                        || FIRM_END.matcher(words).matches()
                        || !TRUST_WORD.matcher(words).find());
    }

    private static @Nullable String form(@Nullable String tidy) {
        String words = tidy == null
                ? null
                : Text.wordsOrSigns(PTY_LTD.matcher(ACCOUNT_WORD.matcher(tidy).replaceFirst(""))
                        .replaceAll("pty ltd"));
        if (words == null) {
            return null;
        }
        StringJoiner form = new StringJoiner(" ");
        for (String word : words.replace("&", " & ").split(" +", -1)) {
            // Only where it begins: "the" inside tells names apart.
            if (!(word.isEmpty() || (word.equals("the") && form.length() == 0))) {
                form.add(SAME.getOrDefault(word, word));
            }
        }
        return Text.tidy(form.toString());
    }
}
