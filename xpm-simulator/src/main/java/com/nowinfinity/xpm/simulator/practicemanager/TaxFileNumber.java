package com.nowinfinity.xpm.simulator.practicemanager;

/** The weak check of a nine-digit tax file number; eight-digit ones are too old to be checked. */
final class TaxFileNumber {

    private static final int[] WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};

    private TaxFileNumber() {}

    static boolean isValid(String digits) {
        if (digits.matches("\\d{8}")) {
            return true;
        }
        if (!digits.matches("\\d{9}") || digits.equals("000000000")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }
}
