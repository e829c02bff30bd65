package com.nowinfinity.xpm.benchmarks.lab;

import java.util.List;

/** One customer with its organisation and its companies. */
public record Business(String businessId, String tenantId, List<Company> companies) {

    public Business {
        companies = List.copyOf(companies);
    }
}
