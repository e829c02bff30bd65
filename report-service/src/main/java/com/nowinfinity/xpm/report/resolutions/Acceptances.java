package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.report.discrepancy.Acceptance;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a resolution accepts, and which acceptances of before it ends. */
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

    /** The discrepancies that are no longer to stay as they are. */
    static List<String> endedBy(Collection<Item> items) {
        return items.stream()
                .map(Item::wish)
                .filter(wish -> switch (wish.action()) {
                    case PUSH, TAKE, LINK, UNLINK -> true;
                    case ACCEPT, CHECK_AGAIN, CHANGE_REQUEST -> false;
                })
                .map(Wish::id)
                .toList();
    }
}
