package com.nowinfinity.xpm.standalone.mainjob.steps;

import java.util.random.RandomGenerator;

/** Company numbers with correct check digits, by ASIC's and the ABR's published algorithms. */
final class AustralianNumbers {

    private static final int[] ABN_WEIGHTS = {3, 5, 7, 9, 11, 13, 15, 17, 19};

    private AustralianNumbers() {}

    /** An ACN, nine digits. */
    static String acn(RandomGenerator random) {
        int body = random.nextInt(60_000_000, 70_000_000);
        int sum = 0;
        int rest = body;
        for (int weight = 1; weight <= 8; weight++) {
            sum += weight * (rest % 10);
            rest /= 10;
        }
        return "%08d%d".formatted(body, (10 - sum % 10) % 10);
    }

    /** The ABN of a company: two check digits before its ACN. */
    static String abn(String acn) {
        int sum = 0;
        for (int i = 0; i < ABN_WEIGHTS.length; i++) {
            sum += ABN_WEIGHTS[i] * (acn.charAt(i) - '0');
        }
        return (11 + Math.floorMod(-sum - 1, 89)) + acn;
    }
}
