package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.Acceptance;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What a resolution accepts. */
final class Acceptances {

    private Acceptances() {}

    /** By the discrepancy's id. */
    static Map<String, Acceptance> of(Collection<Item> items, Instant at, String by) {
        Map<String, Acceptance> accepted = new HashMap<>();
        items.stream()
                .map(Item::wish)
                .filter(wish -> wish.action() == DiscrepancyAction.ACCEPT)
                .forEach(wish -> {
                    String reason = Objects.requireNonNullElse(wish.reason(), "");
                    accepted.put(wish.id(), new Acceptance(at, by, reason, wish.until()));
                });
        return accepted;
    }
}
