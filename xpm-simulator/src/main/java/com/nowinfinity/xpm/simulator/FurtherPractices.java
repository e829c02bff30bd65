package com.nowinfinity.xpm.simulator;

import java.util.List;

/**
 * Organisations beside the two that everybody has, of plain companies; Amelia may connect them all.
 *
 * @param companies how many clients each of them has
 */
public record FurtherPractices(List<Integer> companies) {

    public static final FurtherPractices NONE = new FurtherPractices(List.of());

    public FurtherPractices {
        companies = List.copyOf(companies);
    }

    int count() {
        return companies.size();
    }
}
