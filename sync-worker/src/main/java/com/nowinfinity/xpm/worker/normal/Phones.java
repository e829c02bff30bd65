package com.nowinfinity.xpm.worker.normal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers: digits, an Australian one in its national form. */
public final class Phones {

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)\\s*(?:,\\s*)?(?:extension|extn?|x|#)\\.?\\s*(\\d+)\\s*$");
    private static final int NATIONAL_LENGTH = 10;

    private Phones() {}

    /** The form in which numbers are compared; an extension stands behind {@code #}. */
    public static @Nullable String form(@Nullable String typed) {
        String tidy = Text.tidy(typed);
        if (tidy == null) {
            return null;
        }
        Matcher extension = EXTENSION.matcher(tidy);
        if (!extension.find() || Numbers.digits(tidy.substring(0, extension.start())) == null) {
            return number(tidy);
        }
        return number(tidy.substring(0, extension.start())) + "#" + extension.group(1);
    }

    private static @Nullable String number(String typed) {
        String digits = Numbers.digits(typed);
        if (digits == null) {
            return null;
        }
        if (typed.startsWith("+")) {
            return national(digits);
        }
        if (digits.startsWith("0011")) {
            return national(digits.substring("0011".length()));
        }
        if (digits.startsWith("61") && digits.length() == NATIONAL_LENGTH + 1) {
            return national(digits);
        }
        // A spreadsheet takes the zero away that a number begins with.
        return digits.matches("[23478]\\d{8}") ? "0" + digits : digits;
    }

    private static String national(String worldwide) {
        if (!worldwide.startsWith("61")) {
            return worldwide;
        }
        String national = worldwide.substring(2);
        boolean special = national.matches("1[38]\\d+");
        return national.startsWith("0") || special ? national : "0" + national;
    }
}
