package com.nowinfinity.xpm.benchmarks.lab;

import java.util.List;
import java.util.SplittableRandom;

/** One customer with its organisation and its companies. */
public record Business(String businessId, String tenantId, List<Company> companies) {

    private static final int[] ACN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 1};
    private static final int FIRST_ACN = 71_000_000;
    private static final int LAST_ACN = 99_000_000;

    public Business {
        companies = List.copyOf(companies);
    }

    /** One more company, which XPM does not have. */
    public Company another(SplittableRandom random) {
        String first = Integer.toString(random.nextInt(FIRST_ACN, LAST_ACN));
        int sum = 0;
        for (int i = 0; i < ACN_WEIGHTS.length; i++) {
            sum += ACN_WEIGHTS[i] * (first.charAt(i) - '0');
        }
        String acn = first + (10 - sum % 10) % 10;
        return new Company(businessId, tenantId, "new-" + acn, "Crash Ventures " + acn + " Pty Ltd", acn);
    }
}
