package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.comparison.ChangedPaths;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds what intake wrote into the intent: the newest version wins, each event gets its outcome or becomes a demand.
 * Pure, and the same for every order and repetition of the events.
 */
public final class IntentFold {

    private static final Comparator<Pending> BY_TIME = Comparator.comparing(
                    (Pending pending) -> pending.change().getOccurredAt())
            .thenComparing(Pending::eventId);

    private final FollowRule rule;
    private final Outcomes outcomes;
    private final Predicate<String> isBeingSent;

    public IntentFold(FollowRule rule, Outcomes outcomes) {
        this(rule, outcomes, eventId -> false);
    }

    /** @param isBeingSent tells of a demand, by its event, whether it is on its way just now and so not to be superseded */
    public IntentFold(FollowRule rule, Outcomes outcomes, Predicate<String> isBeingSent) {
        this.rule = rule;
        this.outcomes = outcomes;
        this.isBeingSent = isBeingSent;
    }

    static @Nullable Entity newest(Intent intent) {
        Entity newest = intent.entity();
        for (Pending pending : inOrder(intent)) {
            EntityChanged change = pending.change();
            Entity entity = change.getEntity();
            if (entity != null
                    && FollowRule.isInForceAnyway(change)
                    && (newest == null || entity.getVersion() > newest.getVersion())) {
                newest = entity;
            }
        }
        return newest;
    }

    /** By version; of those that tell the same version the first one stands. */
    private static List<Pending> inOrder(Intent intent) {
        return new TreeMap<>(intent.pending())
                .values().stream()
                        .flatMap(sameVersion -> sameVersion.values().stream().sorted(BY_TIME))
                        .toList();
    }

    public Intent fold(Intent intent) {
        // Kept aside, and with no more than the newest demand: what is done for each change must not grow with them
        // all.
        List<EntitySynced> told = new ArrayList<>(intent.outbox());
        Intent folded = supersede(intent.withOutbox(List.of()));
        for (Pending pending : inOrder(intent)) {
            told.addAll(folded.outbox());
            folded = supersede(fold(folded.withOutbox(List.of()), pending));
        }
        told.addAll(folded.outbox());
        return withNothingPending(folded.withOutbox(told));
    }

    private Intent fold(Intent intent, Pending pending) {
        if (Settled.holds(intent.settled(), pending)) {
            return intent;
        }
        EntityChanged change = pending.change();
        long version = pending.version();
        Intent settled = settled(intent, version, change.getEventId());
        Entity before = intent.entity();
        long standing = before == null ? 0 : before.getVersion();
        if (version < standing) {
            // What came after it may have been no change that is followed: then nothing of both is in XPM yet.
            // Whether a rejection takes anything back is not asked: which state it came upon nobody knows any more.
            return version > newestFollowed(intent) && rule.sends(change, intent)
                    ? settled.demanding(follow(change, intent))
                    : told(settled, change, Outcome.SUPERSEDED, null);
        }
        if (version == standing && !Objects.equals(before, change.getEntity())) {
            return told(
                    settled,
                    change,
                    Outcome.FAILED,
                    Outcomes.reason(
                            "version-reused",
                            "This version has already been told with another content; the first one stands."));
        }
        if (!rule.isInForce(change)) {
            return told(holding(settled, change), change, Outcome.RECORDED, rule.whyItStays(change, intent));
        }
        Intent newer = withEntity(settled, change);
        if (!isSent(change, intent)) {
            return told(newer, change, Outcome.RECORDED, rule.whyItStays(change, intent));
        }
        return newer.demanding(follow(change, newer));
    }

    /**
     * As the rule says. Besides, what was sent on signing is taken back when ASIC rejects it, whatever the business has
     * chosen since: where the state that is restored is another than the one in force.
     */
    private boolean isSent(EntityChanged change, Intent intent) {
        Entity standing = intent.entity();
        return rule.sends(change, intent)
                || (rule.mayTakeBack(change, intent)
                        && standing != null
                        && newestFollowed(intent) > 0
                        && !ChangedPaths.between(standing, change.getEntity()).isEmpty());
    }

    private static Demand follow(EntityChanged change, Intent intent) {
        return Demand.of(
                change.getEventId(),
                Demand.Kind.FOLLOW,
                change.getEntity().getVersion(),
                Objects.requireNonNull(intent.link()).tenantId());
    }

    /** The newest version that is sent, or waits to be. */
    private static long newestFollowed(Intent intent) {
        return Math.max(intent.inStep(), newestDemanded(intent));
    }

    private static long newestDemanded(Intent intent) {
        return intent.demands().stream()
                .filter(demand -> demand.kind() == Demand.Kind.FOLLOW)
                .mapToLong(Demand::version)
                .max()
                .orElse(0);
    }

    /** Changes that wait to be sent give way to the newest one. */
    private Intent supersede(Intent intent) {
        long newest = newestDemanded(intent);
        Intent left = intent;
        for (Demand demand : intent.demands()) {
            if (demand.kind() == Demand.Kind.FOLLOW
                    && demand.version() < newest
                    && !isBeingSent.test(demand.eventId())) {
                left = left.settling(demand.eventId(), outcomes.of(left, demand, Outcome.SUPERSEDED, null));
            }
        }
        return left;
    }

    private Intent told(Intent intent, EntityChanged change, Outcome outcome, @Nullable Reason reason) {
        return intent.withOutbox(List.of(outcomes.of(intent, change, outcome, reason)));
    }

    private static Intent settled(Intent intent, long version, String eventId) {
        return IntentCopy.of(intent, copy -> copy.settled = Settled.with(intent.settled(), version, eventId));
    }

    private static Intent withEntity(Intent intent, EntityChanged change) {
        Entity entity = change.getEntity();
        Entity held = intent.held();
        boolean overtaken = held != null && held.getVersion() <= entity.getVersion();
        return IntentCopy.of(intent, copy -> {
            copy.entity = entity;
            copy.held = overtaken ? null : held;
            copy.lodgeBy = lodgeBy(intent, change, copy.held, states(intent.entity(), overtaken ? held : null));
        });
    }

    /** What stands in force stays; of several that are held the newest counts. */
    private static Intent holding(Intent intent, EntityChanged change) {
        Entity entity = change.getEntity();
        Entity held = intent.held();
        Entity standing = intent.entity();
        boolean known =
                Stream.of(held, standing).anyMatch(state -> state != null && state.getVersion() >= entity.getVersion());
        return known
                ? intent
                : IntentCopy.of(intent, copy -> {
                    copy.held = entity;
                    copy.lodgeBy = lodgeBy(intent, change, standing, states(standing, null));
                });
    }

    /**
     * @param other the state that is known beside the one that the change brings
     * @param before what the form may change: the state in force, and where it was refused also what it had foretold
     */
    private static Map<Long, LodgeBy> lodgeBy(
            Intent intent, EntityChanged change, @Nullable Entity other, List<Entity> before) {
        Entity entity = change.getEntity();
        Map<Long, LodgeBy> forms = new HashMap<>(intent.lodgeBy());
        forms.keySet().removeIf(version -> other == null || version != other.getVersion());
        FollowRule.lodgeBy(change).ifPresent(day -> {
            Set<String> paths = before.stream()
                    .flatMap(state -> ChangedPaths.between(state, entity).stream())
                    .collect(Collectors.toSet());
            forms.put(entity.getVersion(), new LodgeBy(day, paths));
        });
        return forms;
    }

    private static List<Entity> states(@Nullable Entity inForce, @Nullable Entity foretold) {
        return Stream.concat(Stream.ofNullable(inForce), Stream.ofNullable(foretold))
                .toList();
    }

    private static Intent withNothingPending(Intent intent) {
        return IntentCopy.of(intent, copy -> copy.pending = Map.of());
    }
}
