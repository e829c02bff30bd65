package com.nowinfinity.xpm.worker.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a person's name as one side holds them. What stands in one field for two names is taken apart, and a
 * record with a display name only is read: surname first before a comma or in capitals, else last.
 *
 * @param other another name the person goes by: a preferred given name, or a whole other name
 */
public record PersonName(
        @Nullable String first,
        @Nullable String middle,
        @Nullable String last,
        @Nullable String other) {

    private static final Pattern TITLE =
            Pattern.compile("(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|hon|rev)\\b\\.?\\s+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)");

    public static PersonName of(
            @Nullable String first,
            @Nullable String middle,
            @Nullable String last,
            @Nullable String other,
            @Nullable String display) {
        String given = Text.tidy(first);
        String family = Text.tidy(last);
        String more = Text.tidy(other);
        if (given == null && family == null) {
            PersonName read = read(display);
            return new PersonName(read.first, either(Text.tidy(middle), read.middle), read.last, more);
        }
        int space = given == null ? -1 : given.indexOf(' ');
        return given == null || space < 0 || Text.tidy(middle) != null
                ? new PersonName(given, Text.tidy(middle), family, more)
                : new PersonName(given.substring(0, space), given.substring(space + 1), family, more);
    }

    /** Reads a name that stands in one field. A single word is a surname. */
    public static PersonName read(@Nullable String display) {
        String tidy = Text.tidy(display);
        if (tidy == null) {
            return new PersonName(null, null, null, null);
        }
        String plain = TITLE.matcher(IN_BRACKETS.matcher(tidy).replaceAll("")).replaceFirst("");
        int comma = plain.indexOf(',');
        if (comma > 0) {
            String given = TITLE.matcher(plain.substring(comma + 1).strip()).replaceFirst("");
            return named(List.of(given.split(" ", -1)), plain.substring(0, comma));
        }
        List<String> words = Arrays.asList(plain.split(" ", -1));
        boolean surnameFirst = words.size() > 1 && isCapitals(words.getFirst()) && !isCapitals(words.getLast());
        return surnameFirst
                ? named(words.subList(1, words.size()), words.getFirst())
                : named(words.subList(0, words.size() - 1), words.getLast());
    }

    /** Whether the two may be one person's: by a given name each may go by, and the surname of either. */
    public boolean sameGivenName(PersonName that) {
        return givenForms().stream()
                        .anyMatch(ours -> that.givenForms().stream().anyMatch(theirs -> Names.samePart(ours, theirs)))
                || beginsWithAllOf(that)
                || that.beginsWithAllOf(this);
    }

    /** Mary Anne is Mary-Anne, and Mary whose middle name is Anne. */
    private boolean beginsWithAllOf(PersonName compound) {
        List<String> words = words(compound.first);
        List<String> ours = allGivenForms();
        return words.size() > 1 && words.size() <= ours.size() && words.equals(ours.subList(0, words.size()));
    }

    /** Whether one of them has the surname where the given name belongs. */
    public boolean isTurned(PersonName that) {
        String first = Names.part(this.first);
        String last = Names.part(this.last);
        return first != null
                && last != null
                && first.equals(Names.part(that.last))
                && last.equals(Names.part(that.first));
    }

    /** The given names somebody may use for this person, in normal form. */
    public Set<String> givenForms() {
        Set<String> forms = new LinkedHashSet<>();
        Stream.of(first, isOneWord(other) ? other : read(other).first)
                .map(Names::part)
                .filter(Objects::nonNull)
                .forEach(forms::add);
        return forms;
    }

    /** Given and middle names in normal form, one by one: where the former end, each side may see differently. */
    public List<String> allGivenForms() {
        List<String> forms = new ArrayList<>(words(first));
        forms.addAll(words(middle));
        return forms;
    }

    private static List<String> words(@Nullable String part) {
        String words = Names.part(part);
        return words == null ? List.of() : List.of(words.split(" ", -1));
    }

    private static PersonName named(List<String> given, String last) {
        List<String> names = new ArrayList<>(given);
        names.removeIf(String::isBlank);
        String middle = names.size() < 2 ? null : String.join(" ", names.subList(1, names.size()));
        return new PersonName(names.isEmpty() ? null : names.getFirst(), middle, Text.tidy(last), null);
    }

    private static boolean isOneWord(@Nullable String name) {
        return name == null || name.indexOf(' ') < 0;
    }

    /** An initial with its point is none. */
    private static boolean isCapitals(String word) {
        return word.length() > 1
                && word.indexOf('.') < 0
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().anyMatch(Character::isLetter);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
