package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.matching.Evidence;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.runs.Found;
import java.time.Duration;
import java.time.Instant;

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

    /** False when there is nothing new to remember. */
    boolean link(String entityId, Match match) {
        if (!(match instanceof Match.Certain certain) || certain.evidence() == Evidence.LINK) {
            return false;
        }
        Link link = new Link(tenantId, certain.client().id(), certain.evidence().code());
        business.stores().intents().update(business.id(), entityId, before -> before.linkedTo(link));
        business.leaders().linked(entityId, link);
        return true;
    }

    /** Not while something is on its way to XPM, which would look like a discrepancy. */
    void agree(Intent intent, Found found) {
        Comparison comparison = found.comparison();
        if (comparison == null) {
            return;
        }
        Instant now = business.now();
        business.stores().intents().update(intent, before -> {
            boolean onItsWay = !before.demands().isEmpty() || !before.pending().isEmpty();
            Base base = comparison.rebase(before.base(), now);
            Instant last = before.base().comparedAt();
            boolean fresh = last != null && last.isAfter(now.minus(STALE));
            return onItsWay || (fresh && base.saysAs(before.base())) ? before : before.withBase(base);
        });
    }
}
