package com.nowinfinity.xpm.worker.intents;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.worker.comparison.Base;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of XPM for one entity and how far it has got. A value: every step makes a new one, which is stored by
 * comparing and setting {@code revision}.
 *
 * @param revision grows with every write of the stored document, by whomever
 * @param pending what intake wrote and nobody has looked at yet: events by version and event id
 * @param settled the events that have an outcome or a demand, by version: a replay finds itself here
 * @param entity the newest state in force; null while only a link is known
 * @param held a newer state that no lodgement lets count yet, as a draft
 * @param lodgeBy by version, of the two states above: by when its form has to be with ASIC, which has not got it
 * @param inStep the newest version that the client has been brought in step with, or that a person has let go; 0 before
 * @param refused clients that a person has said it is not
 * @param accepted paths whose difference a person has accepted, with the last day on which they are not written, which
 *     is {@link LocalDate#MAX} where no day was given
 * @param awaited roles that are to be written once their holders are clients, as {@code DIRECTOR:p-1}
 * @param sentCreate what a create said that is under way, or of which nobody knows whether it happened
 * @param outbox outcomes that are decided and not yet published
 * @param foreign demands of a kind that only another version knows, as it stored them: kept for it, word for word
 */
public record Intent(
        String businessId,
        String entityId,
        long revision,
        Map<Long, Map<String, Pending>> pending,
        Map<Long, Set<String>> settled,
        @Nullable Entity entity,
        @Nullable Entity held,
        Map<Long, LodgeBy> lodgeBy,
        @Nullable Link link,
        long inStep,
        Set<String> refused,
        Base base,
        Map<String, LocalDate> accepted,
        Set<String> awaited,
        List<Demand> demands,
        Sending sending,
        @Nullable SentCreate sentCreate,
        List<EntitySynced> outbox,
        List<Map<String, Object>> foreign) {

    /** Where {@code settled} keeps the demands that have their outcome; the portal's versions start at 1. */
    private static final long DEMANDS = 0;

    public static Intent unknown(String businessId, String entityId) {
        return new Intent(
                businessId,
                entityId,
                0,
                Map.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                null,
                0,
                Set.of(),
                Base.NONE,
                Map.of(),
                Set.of(),
                List.of(),
                new Sending.Clear(),
                null,
                List.of(),
                List.of());
    }

    /** Whether the dispatcher has anything to do for it, now or later. */
    public boolean isDue() {
        return !pending.isEmpty() || !demands.isEmpty() || !outbox.isEmpty() || !foreign.isEmpty();
    }

    /** Whether a demand, or a person's decision, has its outcome. */
    public boolean isSettled(String eventId) {
        return settled.getOrDefault(DEMANDS, Set.of()).contains(eventId);
    }

    /** The newest state that is in force, looked at or not. */
    public Optional<Entity> newest() {
        return Optional.ofNullable(IntentFold.newest(this));
    }

    /** The client it is linked to within an organisation. */
    public Optional<String> clientIn(@Nullable String tenantId) {
        return Optional.ofNullable(link)
                .filter(known -> known.tenantId().equals(tenantId))
                .map(Link::clientId);
    }

    /** With changes that nobody has looked at yet. */
    public Intent receiving(List<Pending> changes) {
        Map<Long, Map<String, Pending>> more = new HashMap<>();
        pending.forEach((version, events) -> more.put(version, new HashMap<>(events)));
        for (Pending change : changes) {
            more.computeIfAbsent(change.version(), version -> new HashMap<>())
                    .merge(change.eventId(), change, Pending::or);
        }
        return IntentCopy.of(this, copy -> copy.pending = more);
    }

    public Intent linkedTo(@Nullable Link newLink) {
        // Another client, another history: what was agreed with the former says nothing.
        boolean same = link != null
                && newLink != null
                && link.clientId().equals(newLink.clientId())
                && link.tenantId().equals(newLink.tenantId());
        boolean elsewhere = link != null && newLink != null && !link.tenantId().equals(newLink.tenantId());
        return IntentCopy.of(this, copy -> {
            copy.link = newLink;
            copy.base = same ? base : Base.NONE;
            copy.inStep = same ? inStep : 0;
            copy.awaited = elsewhere ? Set.of() : awaited;
            // Whoever is known to be a client is not looked for any more.
            copy.sending = newLink != null && sending instanceof Sending.CreateUnknown ? new Sending.Clear() : sending;
            copy.sentCreate = newLink == null ? sentCreate : sentElsewhere(newLink.tenantId());
        });
    }

    /** What a create said within an organisation of which nobody knows whether it happened. */
    public Optional<Entity> sentCreateIn(String tenantId) {
        return Optional.ofNullable(sentCreate)
                .filter(sent -> sent.tenantId().equals(tenantId))
                .map(SentCreate::entity);
    }

    private @Nullable SentCreate sentElsewhere(String tenantId) {
        return sentCreateIn(tenantId).isPresent() ? null : sentCreate;
    }

    public Intent withSentCreate(@Nullable SentCreate newSentCreate) {
        return IntentCopy.of(this, copy -> copy.sentCreate = newSentCreate);
    }

    public Intent withRefused(Set<String> newRefused) {
        return IntentCopy.of(this, copy -> copy.refused = newRefused);
    }

    public Intent withBase(Base newBase) {
        return IntentCopy.of(this, copy -> copy.base = newBase);
    }

    /** The paths whose difference is accepted on a day. */
    public Set<String> acceptedOn(LocalDate day) {
        return accepted.entrySet().stream()
                .filter(path -> !day.isAfter(path.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    public Intent withAccepted(Map<String, LocalDate> newAccepted) {
        return IntentCopy.of(this, copy -> copy.accepted = newAccepted);
    }

    /** Without the word of a person that these fields may differ, who decides otherwise now. */
    public Intent withoutAccepted(Collection<String> fields) {
        Map<String, LocalDate> left = new HashMap<>(accepted);
        left.keySet().removeAll(fields);
        return withAccepted(left);
    }

    public Intent withAwaited(Set<String> newAwaited) {
        return IntentCopy.of(this, copy -> copy.awaited = newAwaited);
    }

    public Intent withSending(Sending newSending) {
        return IntentCopy.of(this, copy -> copy.sending = newSending);
    }

    public Intent withOutbox(List<EntitySynced> newOutbox) {
        return IntentCopy.of(this, copy -> copy.outbox = List.copyOf(newOutbox));
    }

    public Intent withDemands(List<Demand> newDemands) {
        return IntentCopy.of(this, copy -> copy.demands = List.copyOf(newDemands));
    }

    /**
     * With one more demand, unless it is known or has its outcome. A parked intent is tried again, because something is
     * different now.
     */
    public Intent demanding(Demand demand) {
        boolean known = demands.stream().anyMatch(other -> other.eventId().equals(demand.eventId()));
        if (known || isSettled(demand.eventId())) {
            return this;
        }
        List<Demand> more = new ArrayList<>(demands);
        more.add(demand);
        Intent asked = withDemands(more);
        return sending instanceof Sending.Parked ? asked.withSending(new Sending.Clear()) : asked;
    }

    public Intent replacing(String eventId, UnaryOperator<Demand> change) {
        return withDemands(demands.stream()
                .map(demand -> demand.eventId().equals(eventId) ? change.apply(demand) : demand)
                .toList());
    }

    /**
     * Without a demand that has got its outcome, which waits to be published. One that has its outcome already, from
     * whomever, gets no other.
     */
    public Intent settling(String eventId, EntitySynced outcome) {
        return demands.stream().noneMatch(demand -> demand.eventId().equals(eventId))
                ? this
                : answering(eventId, outcome);
    }

    /** Nothing is left to be sent of this version, or of one before it. */
    public Intent inStepWith(long version) {
        return IntentCopy.of(this, copy -> copy.inStep = Math.max(inStep, version));
    }

    /** With the outcome of an event that nothing waits for, as a decision that was carried out at once; given once. */
    public Intent answering(String eventId, EntitySynced outcome) {
        if (isSettled(eventId)) {
            return this;
        }
        List<EntitySynced> more = new ArrayList<>(outbox);
        more.add(outcome);
        Map<Long, Set<String>> done = new HashMap<>(settled);
        done.put(DEMANDS, Settled.remembering(done.getOrDefault(DEMANDS, Set.of()), eventId));
        return IntentCopy.of(this, copy -> {
            copy.settled = done;
            copy.demands = demands.stream()
                    .filter(demand -> !demand.eventId().equals(eventId))
                    .toList();
            copy.outbox = List.copyOf(more);
        });
    }
}
