package com.nowinfinity.xpm.report.discrepancy;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a number of ours can be one at all: what fails its check is never offered to XPM. */
final class CheckDigits {

    private static final int[] ACN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] ABN_WEIGHTS = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    private static final int ABN_MODULUS = 89;

    private CheckDigits() {}

    /** @param field {@code acn} or {@code abn} */
    static boolean agree(@Nullable String field, @Nullable String typed) {
        int[] digits = (typed == null ? "" : typed)
                .chars()
                .filter(c -> c >= '0' && c <= '9')
                .map(c -> c - '0')
                .toArray();
        return "acn".equals(field) ? isAcn(digits) : isAbn(digits);
    }

    /** Nine digits, the last the complement of the weighted sum modulo 10 (ASIC). All zeros are nobody's number. */
    private static boolean isAcn(int[] digits) {
        return digits.length == ACN_WEIGHTS.length + 1
                && IntStream.of(digits).anyMatch(digit -> digit != 0)
                && (10 - sum(digits, ACN_WEIGHTS) % 10) % 10 == digits[ACN_WEIGHTS.length];
    }

    /** Eleven digits, the first lowered by one, weighted sum divisible by 89 (Australian Business Register). */
    private static boolean isAbn(int[] digits) {
        return digits.length == ABN_WEIGHTS.length
                && digits[0] != 0
                && (sum(digits, ABN_WEIGHTS) - ABN_WEIGHTS[0]) % ABN_MODULUS == 0;
    }

    private static int sum(int[] digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digits[i];
        }
        return sum;
    }
}
