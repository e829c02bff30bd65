package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.matching.Evidence;
import com.nowinfinity.xpm.worker.matching.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is remembered of a comparison: the links that are certain, and what both sides agree on. */
final class Agreement {

    /** So precisely the report says since when something differs; what is younger is not written again. */
    private static final Duration STALE = Duration.ofHours(20);

    private final Business business;
    private final String tenantId;

    Agreement(Business business, String tenantId) {
        this.business = business;
        this.tenantId = tenantId;
    }

    /** Whether there is something new to remember. */
    static boolean isNews(Match match) {
        return match instanceof Match.Certain certain && certain.evidence() != Evidence.LINK;
    }

    /** Remembers the matches that are news. */
    void link(Map<String, Match> matches) {
        Map<String, Link> links = new LinkedHashMap<>();
        matches.forEach((entityId, match) -> {
            if (match instanceof Match.Certain certain && isNews(match)) {
                links.put(
                        entityId,
                        new Link(
                                tenantId,
                                certain.client().id(),
                                certain.evidence().code()));
            }
        });
        Map<String, UnaryOperator<Intent>> steps = new HashMap<>();
        links.forEach((entityId, link) -> steps.put(entityId, before -> before.linkedTo(link)));
        business.stores().intents().updateAll(business.id(), steps);
    }

    /** What was compared, as it was read. */
    record Compared(Intent intent, Comparison comparison) {}

    void agree(List<Compared> pairs) {
        Map<String, UnaryOperator<Intent>> steps = new HashMap<>();
        for (Compared pair : pairs) {
            UnaryOperator<Intent> step = agreeing(pair.comparison());
            if (!step.apply(pair.intent()).equals(pair.intent())) {
                steps.put(pair.intent().entityId(), step);
            }
        }
        business.stores().intents().updateAll(business.id(), steps);
    }

    /** Not while something is on its way to XPM, which would look like a discrepancy. */
    private UnaryOperator<Intent> agreeing(Comparison comparison) {
        Instant now = business.now();
        return before -> {
            boolean onItsWay = !before.demands().isEmpty() || !before.pending().isEmpty();
            Base base = comparison.rebase(before.base(), now);
            Instant last = before.base().comparedAt();
            boolean fresh = last != null && last.isAfter(now.minus(STALE));
            return onItsWay || (fresh && base.saysAs(before.base())) ? before : before.withBase(base);
        };
    }
}
