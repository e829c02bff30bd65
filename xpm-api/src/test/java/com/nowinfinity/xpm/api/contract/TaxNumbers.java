package com.nowinfinity.xpm.api.contract;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Valid tax file numbers that nobody is likely to have in the practice yet. */
final class TaxNumbers {

    private static final int[] WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};

    private TaxNumbers() {}

    static String any() {
        RandomGenerator random = new SecureRandom();
        while (true) {
            String digits = String.valueOf(random.nextInt(100_000_000, 1_000_000_000));
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
            }
            if (sum % 11 == 0) {
                return digits;
            }
        }
    }
}
