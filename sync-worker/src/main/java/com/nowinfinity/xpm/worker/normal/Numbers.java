package com.nowinfinity.xpm.worker.normal;

import org.jspecify.annotations.Nullable;

/**
 * Australian business and company numbers: digits only, and whether the check digit holds.
 *
 * <p>ABN: 11 digits, the first lowered by one, weighted sum divisible by 89 (Australian Business Register). ACN: 9
 * digits, the last is the complement of the weighted sum modulo 10 (ASIC). TFN: 9 digits, weighted sum divisible by 11;
 * old ones have 8 and weights of their own.
 */
public final class Numbers {

    private static final int[] ABN_WEIGHTS = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    private static final int[] ACN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] TFN_WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};
    private static final int[] OLD_TFN_WEIGHTS = {10, 7, 8, 4, 6, 3, 5, 1};

    private Numbers() {}

    /** The digits of a number as somebody typed it; null when there are none. */
    public static @Nullable String digits(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder(11);
        typed.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.isEmpty() ? null : digits.toString();
    }

    /** The number, when it is a true ABN; else null. */
    public static @Nullable String validAbn(@Nullable String typed) {
        String digits = digits(typed);
        return digits != null && isAbn(digits) ? digits : null;
    }

    /** The number, when it is a true ACN; else null. */
    public static @Nullable String validAcn(@Nullable String typed) {
        String digits = digits(typed);
        return digits != null && isAcn(digits) ? digits : null;
    }

    /** The number, when it is a true TFN of 9 digits or an old one of 8; else null. */
    public static @Nullable String validTfn(@Nullable String typed) {
        String digits = digits(typed);
        return digits != null && isTfn(digits) ? digits : null;
    }

    /** The last three digits, which is all that XPM shows of a TFN; null when there are fewer. */
    public static @Nullable String tail(@Nullable String typed) {
        String digits = digits(typed);
        return digits == null || digits.length() < 3 ? null : digits.substring(digits.length() - 3);
    }

    static boolean isTfn(String digits) {
        int[] weights = digits.length() == OLD_TFN_WEIGHTS.length ? OLD_TFN_WEIGHTS : TFN_WEIGHTS;
        if (digits.length() != weights.length || digits.chars().allMatch(digit -> digit == '0')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    static boolean isAbn(String digits) {
        if (digits.length() != ABN_WEIGHTS.length || digits.charAt(0) == '0') {
            return false;
        }
        int sum = -ABN_WEIGHTS[0];
        for (int i = 0; i < ABN_WEIGHTS.length; i++) {
            sum += ABN_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % 89 == 0;
    }

    static boolean isAcn(String digits) {
        // Nine zeros pass the sum but are nobody's number.
        if (digits.length() != 9 || digits.equals("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < ACN_WEIGHTS.length; i++) {
            sum += ACN_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10 == digits.charAt(8) - '0';
    }
}
