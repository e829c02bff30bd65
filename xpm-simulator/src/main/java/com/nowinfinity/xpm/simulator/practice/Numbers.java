package com.nowinfinity.xpm.simulator.practice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Valid Australian numbers, each given out once. */
final class Numbers {

    private static final int[] ACN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] ABN_WEIGHTS = {3, 5, 7, 9, 11, 13, 15, 17, 19};
    private static final int[] TFN_WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};

    private final Chance chance;
    private final Set<String> given = new HashSet<>();

    Numbers(Chance chance) {
        this.chance = chance;
    }

    String acn() {
        while (true) {
            String first = String.format(Locale.ROOT, "%08d", chance.between(10_000_000, 69_999_999));
            int sum = 0;
            for (int i = 0; i < ACN_WEIGHTS.length; i++) {
                sum += ACN_WEIGHTS[i] * (first.charAt(i) - '0');
            }
            String acn = first + (10 - sum % 10) % 10;
            if (given.add("ACN" + acn)) {
                return acn;
            }
        }
    }

    /** A company's number goes on to be the tail of its ABN. */
    String abnOfCompany(String acn) {
        return abn(acn);
    }

    /** For everybody else: a tail that is nobody's ACN. */
    String abn() {
        while (true) {
            String tail = String.format(Locale.ROOT, "%09d", chance.between(700_000_000, 999_999_999));
            if (given.add("ABN" + tail)) {
                return abn(tail);
            }
        }
    }

    String tfn() {
        while (true) {
            String first = String.format(Locale.ROOT, "%08d", chance.between(10_000_000, 99_999_999));
            int sum = 0;
            for (int i = 0; i < first.length(); i++) {
                sum += TFN_WEIGHTS[i] * (first.charAt(i) - '0');
            }
            // The last weight is 10, which is -1 for a remainder of 11: the check digit is the sum's remainder itself.
            String tfn = first + sum % 11;
            if (tfn.length() == 9 && given.add("TFN" + tfn)) {
                return tfn;
            }
        }
    }

    /** With one digit wrong, so that the check fails. */
    static String mistyped(String number) {
        int last = number.length() - 1;
        char other = number.charAt(last) == '9' ? '0' : (char) (number.charAt(last) + 1);
        return number.substring(0, last) + other;
    }

    private static String abn(String tail) {
        int sum = 1;
        for (int i = 0; i < ABN_WEIGHTS.length; i++) {
            sum += ABN_WEIGHTS[i] * (tail.charAt(i) - '0');
        }
        return 11 + Math.floorMod(-sum, 89) + tail;
    }
}
