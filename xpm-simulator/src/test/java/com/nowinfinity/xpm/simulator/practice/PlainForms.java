package com.nowinfinity.xpm.simulator.practice;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One form for all the spellings of one thing, as plainly as the list of what is never a row asks for. */
final class PlainForms {

    private static final Map<String, String> STATES = Map.of(
            "new south wales", "nsw",
            "victoria", "vic",
            "queensland", "qld",
            "south australia", "sa",
            "western australia", "wa",
            "tasmania", "tas",
            "northern territory", "nt",
            "australian capital territory", "act");

    private PlainForms() {}

    static String words(@Nullable String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT)
                        .replaceAll("['.]", "")
                        .replaceAll("[^a-z0-9&]+", " ")
                        .strip();
    }

    /** Of a firm, a trust or a fund; what is held in trust goes by the name of the trust. */
    static String firm(@Nullable String text) {
        String name = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (name.contains("<") && name.contains(" a/c>")) {
            name = name.substring(name.indexOf('<') + 1, name.indexOf(" a/c>"));
        }
        name = name.replaceFirst("^.* (atf|as trustee for|a/t/f) ", "").replaceFirst("^the trustee for ", "");
        return words(name)
                .replaceAll("\\bproprietary\\b", "pty")
                .replaceAll("\\blimited\\b", "ltd")
                .replaceAll("\\band\\b", "&")
                .replaceFirst("^the ", "");
    }

    static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    static String phone(@Nullable String text) {
        String digits = digits(text);
        return text != null && text.startsWith("+61") ? "0" + digits.substring(2) : digits;
    }

    static String place(
            @Nullable String street, @Nullable String city, @Nullable String state, @Nullable String postcode) {
        String line = words(street)
                .replaceFirst("^unit ", "")
                .replaceAll("\\bstreet$", "st")
                .replaceAll("\\broad$", "rd")
                .replaceAll("\\bavenue$", "ave")
                .replaceAll("\\bparade$", "pde")
                .replaceAll("\\bcourt$", "ct");
        String region = words(state);
        return line.isEmpty()
                ? ""
                : line + "|" + words(city) + "|" + STATES.getOrDefault(region, region) + "|" + digits(postcode);
    }

    static boolean isAcn(String digits) {
        if (digits.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (8 - i) * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10 == digits.charAt(8) - '0';
    }

    static boolean isAbn(String digits) {
        if (digits.length() != 11) {
            return false;
        }
        int sum = 10 * (digits.charAt(0) - '1');
        for (int i = 1; i < 11; i++) {
            sum += (2 * i - 1) * (digits.charAt(i) - '0');
        }
        return sum % 89 == 0;
    }
}
