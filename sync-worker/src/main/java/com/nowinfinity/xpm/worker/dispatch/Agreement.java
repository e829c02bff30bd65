package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.IntentFold;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.matching.Evidence;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.runs.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is remembered of a comparison: the links that are certain, and what both sides agree on. */
final class Agreement {

    /** What is younger is not written again: the snapshots of a day say that it was seen. */
    private static final Duration STALE = Duration.ofHours(20);

    /** What was seen longer ago is known to within {@link #STALE}: whatever sees it then writes it. */
    private static final Duration LATELY = Duration.ofDays(35);

    private final Business business;
    private final String tenantId;
    private final Instant at;
    private final Snapshots snapshots;
    private final IntentFold fold;

    /** @param at when reading XPM began: what changes after that may not have been seen */
    Agreement(Business business, String tenantId, Instant at) {
        this.business = business;
        this.tenantId = tenantId;
        this.at = at;
        this.snapshots = business.stores()
                .runs()
                .snapshots(business.id(), tenantId, business.now().minus(LATELY));
        this.fold = new IntentFold(business.connection().followRule(), business.outcomes());
    }

    /** With what has come in, and with a base that says up to when the two were seen to agree. */
    Intent seen(Intent stored) {
        return snapshots.upTo(taken(stored));
    }

    /**
     * With what has come in and was not looked at yet. It is told by whoever looks at it next; and not folded here while
     * something is demanded, which may be on its way just now.
     */
    private Intent taken(Intent stored) {
        return stored.demands().isEmpty() ? fold.fold(stored) : stored;
    }

    /** Whether a comparison says of every field how it stands; not while something is on its way to XPM. */
    static boolean isWhole(Intent intent, Comparison comparison) {
        return comparison.shown() != null && !isOnItsWay(intent);
    }

    private static boolean isOnItsWay(Intent intent) {
        return !intent.demands().isEmpty()
                || !intent.foreign().isEmpty()
                || !intent.pending().isEmpty();
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
        links.forEach((entityId, link) ->
                steps.put(entityId, before -> isSpokenFor(before, link) ? before : before.linkedTo(link)));
        business.stores().intents().updateAll(business.id(), steps);
    }

    /** Somebody has linked it since it was read, or has said that it is not that client. */
    private static boolean isSpokenFor(Intent standing, Link link) {
        return standing.clientIn(link.tenantId()).isPresent()
                || standing.refused().contains(link.clientId());
    }

    /** What was compared, as it was read. */
    record Compared(Intent intent, Comparison comparison) {}

    /** @return the entities of which nothing was remembered, because something is on its way to XPM by now */
    Set<String> agree(List<Compared> pairs) {
        Map<String, UnaryOperator<Intent>> steps = new HashMap<>();
        for (Compared pair : pairs) {
            UnaryOperator<Intent> step = agreeing(pair.comparison());
            if (!step.apply(pair.intent()).equals(pair.intent())) {
                steps.put(pair.intent().entityId(), step);
            }
        }
        return business.stores().intents().updateAll(business.id(), steps).values().stream()
                .filter(Agreement::isOnItsWay)
                .map(Intent::entityId)
                .collect(Collectors.toSet());
    }

    /**
     * Not while something is on its way to XPM, which would look like a discrepancy; nor over what was agreed after this
     * was looked at.
     */
    private UnaryOperator<Intent> agreeing(Comparison comparison) {
        return stored -> {
            Intent before = taken(stored);
            Instant last = before.base().comparedAt();
            if (isOnItsWay(before) || (last != null && last.isAfter(at))) {
                return stored;
            }
            Base base = comparison.rebase(snapshots.upTo(before).base(), at, before.awaited());
            boolean fresh = last != null && last.isAfter(at.minus(STALE));
            return fresh && base.saysAs(before.base()) ? stored : before.withBase(base);
        };
    }
}
