package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.connections.Connection;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.matching.Match;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Counterpart;
import com.nowinfinity.xpm.worker.pushes.Push;
import com.nowinfinity.xpm.worker.pushes.PushPlan;
import com.nowinfinity.xpm.worker.pushes.PushPlanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Turns a push into one demand for each entity that goes along, and tells the plan. */
final class PushWork {

    private final Business business;
    private final Arrival arrival;
    private final int callsPerMinute;

    PushWork(Business business, Arrival arrival, int callsPerMinute) {
        this.business = business;
        this.arrival = arrival;
        this.callsPerMinute = callsPerMinute;
    }

    Next expand(String eventId) {
        Push push = find(eventId);
        boolean waits = push.state() == Push.State.REQUESTED
                && arrival.isAwaited(new Work.OfPush(eventId), push.partition(), push.after());
        return waits ? Next.DONE : business.rooms().plans().with(1, () -> goOn(find(eventId)));
    }

    private Next goOn(Push push) {
        return switch (push.state()) {
            case REQUESTED -> push.refusal() == null ? begin(push) : tellRefusal(push, push.refusal());
            case EXPANDED -> {
                if (intent(push.mainEntityId()).isSettled(push.eventId())) {
                    // Who gave it its outcome may have been killed before he noted so here.
                    business.stores().pushes().done(business.id(), push.eventId());
                } else {
                    // Whoever goes on tells the very same plan.
                    Optional.ofNullable(push.plan())
                            .ifPresent(plan -> business.events().publish(Topics.WORK_PLANNED, plan));
                    demand(push);
                }
                yield Next.DONE;
            }
            case DONE -> Next.DONE;
        };
    }

    private Next begin(Push push) {
        Connection connection = business.connection();
        Optional<String> tenantId = connection.connectedTo();
        Intent main = intent(push.mainEntityId());
        if (tenantId.isEmpty()) {
            return refuse(push, Reasons.NOT_CONNECTED);
        }
        if (connection.isOlderThanOrganisation(push.asked().getOccurredAt())) {
            return refuse(push, Reasons.ORGANISATION_CHANGED);
        }
        if (main.newest().isEmpty()) {
            return refuse(push, nothingInForce(main));
        }
        PushPlan plan = plan(push, main, tenantId.get());
        Optional<String> confirmed = push.asked().getPreview()
                ? Optional.empty()
                : business.stores().pushes().confirmed(push);
        if (confirmed.filter(digest -> !digest.equals(plan.digest())).isPresent()) {
            return refuse(push, Outcomes.reason("plan-stale", "It would do something else by now than was shown."));
        }
        WorkPlanned told = plan.tell(push.asked(), business.now());
        if (push.asked().getPreview()) {
            business.events().publish(Topics.WORK_PLANNED, told);
            business.stores().pushes().planned(push, plan.digest());
            return Next.DONE;
        }
        business.stores().pushes().expand(push.expanded(tenantId.get(), told));
        // A former owner may have been quicker and then been shut out: whatever is stored is carried on.
        return goOn(find(push.eventId()));
    }

    private PushPlan plan(Push push, Intent main, String tenantId) {
        Map<String, Intent> seen = business.stores().intents().findAll(business.id(), holders(main));
        seen.put(main.entityId(), main);
        // Spares a look for each person.
        boolean nobodyInXpm = business.candidates().areNone(tenantId);
        List<EntityDocument> documents = push.asked().getDocuments()
                ? business.stores().documents().of(business.id(), main.entityId())
                : List.of();
        return new PushPlanner(business.connection().labels(), tenantId, callsPerMinute, business.today())
                .plan(
                        push.asked(),
                        main,
                        entityId -> seen.computeIfAbsent(entityId, this::intent),
                        intent -> counterpartOf(intent, tenantId, nobodyInXpm),
                        new LinkedPeers(business, tenantId),
                        documents);
    }

    private static Set<String> holders(Intent main) {
        return main.newest().stream()
                .flatMap(entity -> entity.getRelationships().stream())
                .map(Relationship::getEntityId)
                .collect(Collectors.toSet());
    }

    /** By what the sending asks before it writes or creates, as far as that takes no call. */
    private Counterpart counterpartOf(Intent intent, String tenantId, boolean nobodyInXpm) {
        Optional<String> linked = intent.clientIn(tenantId);
        if (linked.isPresent()) {
            return business.stores()
                    .mirror()
                    .find(business.id(), tenantId, linked.get())
                    .map(client -> linkedTo(client, intent, tenantId))
                    .orElseGet(() -> new Counterpart.Unclear(linked.get()));
        }
        Optional<Entity> entity = intent.newest();
        if (nobodyInXpm || entity.isEmpty()) {
            return new Counterpart.Missing();
        }
        List<PracticeClient> known = business.candidates().of(entity.get(), tenantId);
        return switch (new BeforeCreate(business, tenantId, intent, entity.get(), known).match(entity.get())) {
            case Match.Certain certain -> new Counterpart.Known(certain.client());
            case Match.None none -> new Counterpart.Missing();
            case Match.Contradicted c -> new Counterpart.Unclear(null);
            case Match.Twins t -> new Counterpart.Unclear(null);
            case Match.Ambiguous a -> new Counterpart.Unclear(null);
            case Match.Suggested s -> new Counterpart.Unclear(null);
            case Match.Archived a -> new Counterpart.Unclear(null);
            case Match.Prospect p -> new Counterpart.Unclear(null);
            case Match.OtherStructure o -> new Counterpart.Unclear(null);
        };
    }

    private Counterpart linkedTo(PracticeClient client, Intent intent, String tenantId) {
        if (client.archived() || client.deleted()) {
            return new Counterpart.Unclear(client.id());
        }
        return Contradiction.of(business, intent, client, tenantId).isPresent()
                ? new Counterpart.Unclear(null)
                : new Counterpart.Known(client);
    }

    /** Those that go along first: the main entity's relationships need them. Asking twice adds nothing. */
    private void demand(Push push) {
        String tenantId = Optional.ofNullable(push.tenantId()).orElseThrow();
        List<String> others = push.entityIds().subList(1, push.entityIds().size());
        demand(others, push, Demand.Kind.PUSH_ALONG, tenantId);
        demand(List.of(push.mainEntityId()), push, Demand.Kind.PUSH, tenantId);
        others.forEach(entityId -> business.call().accept(new Work.OfEntity(entityId)));
        business.call().accept(new Work.OfEntity(push.mainEntityId()));
    }

    private void demand(List<String> entityIds, Push push, Demand.Kind kind, String tenantId) {
        UnaryOperator<Intent> step = intent -> {
            long version = intent.newest().map(Entity::getVersion).orElse(0L);
            return intent.demanding(Demand.of(push.eventId(), kind, version, tenantId));
        };
        Map<String, UnaryOperator<Intent>> steps = new LinkedHashMap<>();
        entityIds.forEach(entityId -> steps.put(entityId, step));
        business.stores().intents().updateAll(business.id(), steps);
    }

    /** Stored before it is told: who takes over in between may know more by then, and must not decide otherwise. */
    private Next refuse(Push push, Reason reason) {
        business.stores().pushes().refuse(push, reason);
        return goOn(find(push.eventId()));
    }

    private Next tellRefusal(Push push, Reason reason) {
        Intent main = intent(push.mainEntityId());
        business.events().publish(Topics.WORK_PLANNED, PushPlan.nothing(push.asked(), business.now(), reason));
        business.events()
                .publish(Topics.ENTITY_SYNCED, business.outcomes().of(main, push.eventId(), Outcome.FAILED, reason));
        business.stores().pushes().done(business.id(), push.eventId());
        return Next.DONE;
    }

    private static Reason nothingInForce(Intent main) {
        return main.held() == null
                ? Reasons.ENTITY_UNKNOWN
                : Outcomes.reason(
                        "not-in-force", "All that the portal has told of this entity is a form that is not accepted.");
    }

    private Push find(String eventId) {
        return business.stores().pushes().find(business.id(), eventId).orElseThrow();
    }

    private Intent intent(String entityId) {
        return business.stores().intents().find(business.id(), entityId);
    }
}
