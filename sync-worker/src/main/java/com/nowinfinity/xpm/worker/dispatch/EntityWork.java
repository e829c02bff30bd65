package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.FollowRule;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings one entity's intent as far as it gets. Every step is stored before the next one, so it can stop anywhere. */
final class EntityWork {

    private final Business business;
    private final DemandWork demands;
    private final Setbacks setbacks;
    private final HolderNews holders;
    private final Folding folding;
    private final Set<String> beingSent;

    /** @param beingSent the events whose demands are on their way just now */
    EntityWork(Business business, DemandWork demands, Folding folding, Set<String> beingSent) {
        this.business = business;
        this.demands = demands;
        this.folding = folding;
        this.beingSent = beingSent;
        this.setbacks = new Setbacks(business);
        this.holders = new HolderNews(business);
    }

    /** Tells what became of each change, and finds out whether there is something to send. Makes no call. */
    Next fold(String entityId) {
        return next(folding.fold(entityId));
    }

    /** Does for many entities, with few commands, what {@link #fold} does for one. */
    Map<String, Next> foldAll(List<String> entityIds) {
        return folding.foldAll(entityIds).stream().collect(Collectors.toMap(Intent::entityId, this::next));
    }

    private Next next(Intent intent) {
        if (intent.demands().isEmpty()) {
            return Next.DONE;
        }
        return blocked(intent, business.connection())
                .orElseGet(() ->
                        new Next.Send(first(intent.demands()).isAsked(), !(intent.sending() instanceof Sending.Clear)));
    }

    /** Sends what is demanded, one demand after the other. */
    Next send(String entityId) {
        Intent intent = folding.fold(entityId);
        while (!intent.demands().isEmpty()) {
            // Another organisation may have been connected during the call before.
            Connection connection = business.connection();
            Demand demand = first(intent.demands());
            if (connection.tenantId() != null && !demand.tenantId().equals(connection.tenantId())) {
                intent = settle(intent, demand, new Ending.Settled(Outcome.DROPPED, Reasons.ORGANISATION_CHANGED));
                continue;
            }
            if (isUnfollowed(demand, connection)) {
                intent = settle(intent, demand, new Ending.Settled(Outcome.RECORDED, FollowRule.FOLLOWING_OFF));
                continue;
            }
            Optional<Next> blocked = blocked(intent, connection).or(() -> held(demand));
            if (blocked.isPresent()) {
                return blocked.get();
            }
            beingSent.add(demand.eventId());
            try {
                Intent standing = intent;
                Step step = business.trails().follow(business.id(), demand.eventId(), () -> attempt(standing, demand));
                if (step.next() != null) {
                    return step.next();
                }
                intent = step.intent();
            } finally {
                beingSent.remove(demand.eventId());
            }
        }
        return Next.DONE;
    }

    /** @param next null to go on */
    private record Step(Intent intent, @Nullable Next next) {}

    private Step attempt(Intent intent, Demand demand) {
        Attempt attempt = new Attempt(business, intent.entityId(), demand);
        try {
            return switch (demands.attempt(intent, attempt)) {
                case Ending.Settled settled -> new Step(settle(intent, attempt.demand(), settled), null);
                case Ending.Parked parked -> park(intent, attempt.demand(), parked);
                case Ending.Unclear unclear -> {
                    Setbacks.Setback setback = setbacks.unclear(intent, unclear);
                    yield setback.parked() == null
                            ? new Step(intent, keep(intent, attempt.demand(), setback))
                            : park(intent, attempt.demand(), setback.parked());
                }
                case Ending.ForPeers waiting -> {
                    // What we do not know of a create stays so, whoever comes first.
                    keep(
                            intent,
                            attempt.demand(),
                            before -> before instanceof Sending.CreateUnknown ? before : new Sending.Clear());
                    yield new Step(intent, Next.DONE);
                }
            };
        } catch (Hold.NotOwner lost) {
            return new Step(intent, Next.LOST);
        } catch (Hold hold) {
            Setbacks.Setback setback = setbacks.held(intent, hold);
            return setback.parked() == null
                    ? new Step(intent, keep(intent, attempt.demand(), setback))
                    : park(intent, attempt.demand(), setback.parked());
        }
    }

    /** What was to follow by itself ends where a person has switched following off; while nobody is connected it waits. */
    private static boolean isUnfollowed(Demand demand, Connection connection) {
        return !demand.isAsked()
                && connection.connectedTo().isPresent()
                && !connection.followRule().following();
    }

    /** Nobody waits longer for a person's push than for a change that is followed. */
    private static Demand first(List<Demand> demands) {
        return demands.stream()
                .min(Comparator.comparing(demand -> !demand.isAsked()))
                .orElseThrow();
    }

    private Optional<Next> blocked(Intent intent, Connection connection) {
        return switch (intent.sending()) {
            case Sending.Clear clear -> Optional.empty();
            case Sending.Waiting waiting -> later(waiting.until());
            case Sending.Disconnected disconnected ->
                connection.connectedTo().isPresent() ? Optional.empty() : Optional.of(Next.ON_CONNECTION);
            case Sending.CreateUnknown unknown -> unknown.lookAt() == null ? Optional.empty() : later(unknown.lookAt());
            case Sending.Parked parked -> Optional.of(Next.ON_PERSON);
        };
    }

    /** What holds the whole business up is found out here, before anything is read or written for it. */
    private Optional<Next> held(Demand demand) {
        return business.gate().held(demand.tenantId(), demand.isAsked()).map(Next::of);
    }

    private Optional<Next> later(Instant time) {
        return time.isAfter(business.now()) ? Optional.of(new Next.At(time)) : Optional.empty();
    }

    private Intent settle(Intent intent, Demand done, Ending.Settled settled) {
        List<String> waiting = holders.tell(intent.entityId(), done, settled);
        if (!waiting.isEmpty()) {
            business.gate().checkOwner();
        }
        boolean inStep = bringsInStep(intent, done, settled.outcome());
        Intent after = folding.tell(update(intent.entityId(), before -> {
            EntitySynced outcome =
                    asSent(intent, business.outcomes().of(before, done, settled.outcome(), settled.reason()));
            Intent ended = before.replacing(done.eventId(), old -> done)
                    .withSending(new Sending.Clear())
                    .settling(done.eventId(), outcome);
            return inStep ? ended.inStepWith(outcome.getVersion()) : ended;
        }));
        callMainEntity(done);
        waiting.forEach(entityId -> business.call().accept(new Work.OfEntity(entityId)));
        if (done.kind() == Demand.Kind.PUSH) {
            business.stores().pushes().done(business.id(), done.eventId());
        }
        return after;
    }

    /** Whether the client has been brought in step with all that a change may bring: fields and roles. */
    private boolean bringsInStep(Intent sent, Demand demand, Outcome outcome) {
        boolean hasRoles =
                sent.entity() != null && !sent.entity().getRelationships().isEmpty();
        return switch (outcome) {
            case CREATED, UPDATED, UNCHANGED ->
                switch (demand.kind()) {
                    case FOLLOW, ROLES -> true;
                    case PUSH -> !hasRoles || pushesRoles(demand);
                    case PUSH_ALONG -> !hasRoles;
                    case RESOLVE, FOLLOW_ROLES -> false;
                };
            case RECORDED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> false;
        };
    }

    private boolean pushesRoles(Demand demand) {
        return business.stores()
                .pushes()
                .find(business.id(), demand.eventId())
                .filter(push -> push.asked().getRelationships())
                .isPresent();
    }

    /** A newer version may have come in meanwhile; told is the one that was sent. */
    private static EntitySynced asSent(Intent sent, EntitySynced outcome) {
        Entity entity = sent.entity();
        return entity == null
                ? outcome
                : EntitySynced.newBuilder(outcome)
                        .setVersion(entity.getVersion())
                        .build();
    }

    /** Everybody who waits for this entity hears that it waits for a person; what has come since is tried first. */
    private Step park(Intent intent, Demand failed, Ending.Parked parked) {
        Intent after = folding.tell(update(intent.entityId(), before -> {
            Intent standing = before.replacing(failed.eventId(), old -> failed);
            if (hasMore(before, intent)) {
                return standing.withSending(new Sending.Clear());
            }
            List<EntitySynced> outbox = new ArrayList<>(standing.outbox());
            standing.demands()
                    .forEach(demand ->
                            outbox.add(business.outcomes().of(before, demand, Outcome.PARKED, parked.reason())));
            return standing.withSending(new Sending.Parked(parked.reason())).withOutbox(outbox);
        }));
        if (hasMore(after, intent)) {
            return new Step(after, null);
        }
        intent.demands().forEach(this::callMainEntity);
        holders.waitingFor(intent.entityId())
                .forEach(entityId -> business.call().accept(new Work.OfEntity(entityId)));
        return new Step(after, Next.ON_PERSON);
    }

    private static boolean hasMore(Intent now, Intent then) {
        Set<String> known = new HashSet<>();
        then.demands().forEach(demand -> known.add(demand.eventId()));
        return now.demands().stream().anyMatch(demand -> !known.contains(demand.eventId()));
    }

    private Next keep(Intent intent, Demand demand, Setbacks.Setback setback) {
        keep(intent, demand, before -> setback.sending());
        return setback.next();
    }

    private void keep(Intent intent, Demand demand, UnaryOperator<Sending> sending) {
        update(intent.entityId(), before -> {
            Sending next = sending.apply(before.sending());
            // What was held may have found its client just before, and what was read before says so no more.
            boolean isFound = next instanceof Sending.CreateUnknown
                    && before.clientIn(demand.tenantId()).isPresent();
            return before.replacing(demand.eventId(), old -> demand).withSending(isFound ? new Sending.Clear() : next);
        });
    }

    /** The pushed entity itself comes after those that go along with it. */
    private void callMainEntity(Demand demand) {
        if (demand.kind() == Demand.Kind.PUSH_ALONG) {
            business.stores()
                    .pushes()
                    .find(business.id(), demand.eventId())
                    .map(Push::mainEntityId)
                    .ifPresent(main -> business.call().accept(new Work.OfEntity(main)));
        }
    }

    private Intent update(String entityId, UnaryOperator<Intent> step) {
        return business.stores().intents().update(business.id(), entityId, step);
    }
}
