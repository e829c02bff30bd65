package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.IntentFold;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings one entity's intent as far as it gets. Every step is stored before the next one, so it can stop anywhere. */
final class EntityWork {

    private final Business business;
    private final DemandWork demands;

    EntityWork(Business business, DemandWork demands) {
        this.business = business;
        this.demands = demands;
    }

    Next advance(String entityId) {
        Connection connection = business.connection();
        IntentFold fold = new IntentFold(connection.followRule(), business.outcomes());
        Intent intent = tell(update(entityId, fold::fold));
        while (!intent.demands().isEmpty()) {
            Demand demand = first(intent.demands());
            if (connection.tenantId() != null && !demand.tenantId().equals(connection.tenantId())) {
                intent = settle(
                        intent,
                        demand,
                        new Ending.Settled(
                                Outcome.DROPPED,
                                Outcomes.reason(
                                        "organisation-changed",
                                        "It was meant for another Xero organisation than the one connected now.")));
                continue;
            }
            Optional<Next> blocked = blocked(intent, connection);
            if (blocked.isPresent()) {
                return blocked.get();
            }
            Attempt attempt = new Attempt(business, entityId, demand);
            try {
                Ending ending = demands.attempt(intent, attempt);
                switch (ending) {
                    case Ending.Settled settled -> intent = settle(intent, attempt.demand(), settled);
                    case Ending.Parked parked -> {
                        park(intent, attempt.demand(), parked);
                        return Next.ON_PERSON;
                    }
                    case Ending.Unclear unclear -> {
                        keep(intent, attempt.demand(), unclear.sending());
                        return new Next.At(unclear.again());
                    }
                    case Ending.ForPeers waiting -> {
                        keep(intent, attempt.demand(), new Sending.Clear());
                        return Next.DONE;
                    }
                }
            } catch (Hold.NotOwner lost) {
                return Next.DONE;
            } catch (Hold hold) {
                keep(intent, attempt.demand(), sending(intent, hold));
                return Next.of(hold);
            }
        }
        return Next.DONE;
    }

    /** Nobody waits longer for a person's push than for a change that is followed. */
    private static Demand first(List<Demand> demands) {
        return demands.stream()
                .min(Comparator.comparing(demand -> demand.kind() == Demand.Kind.FOLLOW))
                .orElseThrow();
    }

    private Optional<Next> blocked(Intent intent, Connection connection) {
        return switch (intent.sending()) {
            case Sending.Clear clear -> Optional.empty();
            case Sending.Waiting waiting -> later(waiting.until());
            case Sending.Disconnected disconnected ->
                connection.connectedTo().isPresent() ? Optional.empty() : Optional.of(Next.ON_CONNECTION);
            case Sending.CreateUnknown unknown ->
                later(unknown.since().plus(business.settings().settlingTime().multipliedBy(unknown.looks() + 1L)));
            case Sending.Parked parked -> Optional.of(Next.ON_PERSON);
        };
    }

    private Optional<Next> later(Instant time) {
        return time.isAfter(business.now()) ? Optional.of(new Next.At(time)) : Optional.empty();
    }

    private static Sending sending(Intent intent, Hold hold) {
        if (intent.sending() instanceof Sending.CreateUnknown unknown) {
            // What we do not know weighs more than why we cannot look just now.
            return unknown;
        }
        return switch (hold) {
            case Hold.Until until -> new Sending.Waiting(until.time(), hold.reason());
            case Hold.UntilConnected connected -> new Sending.Disconnected(hold.reason());
            case Hold.NotOwner lost -> intent.sending();
        };
    }

    private Intent settle(Intent intent, Demand done, Ending.Settled settled) {
        Intent after = tell(update(
                intent.entityId(),
                before -> before.replacing(done.eventId(), old -> done)
                        .withSending(new Sending.Clear())
                        .settling(
                                done.eventId(),
                                business.outcomes().of(before, done, settled.outcome(), settled.reason()))));
        callMainEntity(done);
        if (done.kind() == Demand.Kind.PUSH) {
            business.stores()
                    .pushes()
                    .find(business.id(), done.eventId())
                    .ifPresent(push -> business.stores().pushes().save(push.done()));
        }
        return after;
    }

    /** Everybody who waits for this entity hears that it waits for a person. */
    private void park(Intent intent, Demand failed, Ending.Parked parked) {
        tell(update(intent.entityId(), before -> {
            Intent standing =
                    before.replacing(failed.eventId(), old -> failed).withSending(new Sending.Parked(parked.reason()));
            List<EntitySynced> outbox = new ArrayList<>(standing.outbox());
            standing.demands()
                    .forEach(demand ->
                            outbox.add(business.outcomes().of(before, demand, Outcome.PARKED, parked.reason())));
            return standing.withOutbox(outbox);
        }));
        intent.demands().forEach(this::callMainEntity);
    }

    private void keep(Intent intent, Demand demand, Sending sending) {
        update(
                intent.entityId(),
                before -> before.replacing(demand.eventId(), old -> demand).withSending(sending));
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

    /** Publishes what is decided; a crash in between publishes the very same events again. */
    private Intent tell(Intent intent) {
        if (intent.outbox().isEmpty()) {
            return intent;
        }
        intent.outbox().forEach(outcome -> business.events().publish(Topics.ENTITY_SYNCED, outcome));
        HashSet<EntitySynced> told = new HashSet<>(intent.outbox());
        return update(
                intent.entityId(),
                before -> before.withOutbox(before.outbox().stream()
                        .filter(outcome -> !told.contains(outcome))
                        .toList()));
    }

    private Intent update(String entityId, UnaryOperator<Intent> step) {
        return business.stores().intents().update(business.id(), entityId, step);
    }
}
