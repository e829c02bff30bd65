package com.nowinfinity.xpm.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What an entity may tell of its tax file number: an opaque reference and the last three digits (domain 2). */
@NullMarked
public final class TaxNumberMarks {

    private static final Pattern TAIL = Pattern.compile("[0-9]{3}");
    /** By chance, so that many digits in it say nothing. */
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");
    /** A tax file number has nine digits, in old cases eight. */
    private static final int DIGITS = 8;

    private TaxNumberMarks() {}

    /** None at all, or three digits. */
    public static boolean isTail(@Nullable String tail) {
        return tail == null || TAIL.matcher(tail).matches();
    }

    /** None at all, or a text in which no tax file number can be. */
    public static boolean isReference(@Nullable String reference) {
        return reference == null
                || HEXADECIMAL.matcher(reference).matches()
                || reference.chars().filter(Character::isDigit).count() < DIGITS;
    }

    /** Whether an entity tells more of a number than it may. */
    public static boolean isMore(Entity entity) {
        return !isTail(entity.getTfnTail()) || !isReference(entity.getTfnReference());
    }

    /** The same entity with no more than it may tell: of a whole number the last three digits are left. */
    public static Entity only(Entity entity) {
        String tail = entity.getTfnTail();
        String reference = entity.getTfnReference();
        return Entity.newBuilder(entity)
                .setTfnTail(isTail(tail) ? tail : lastDigits(tail))
                .setTfnReference(isReference(reference) ? reference : null)
                .build();
    }

    private static @Nullable String lastDigits(@Nullable String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[^0-9]", "");
        return digits.length() < DIGITS ? null : digits.substring(digits.length() - 3);
    }
}
