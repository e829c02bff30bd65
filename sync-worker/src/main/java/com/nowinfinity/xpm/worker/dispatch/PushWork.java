package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.intents.Demand;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import com.nowinfinity.xpm.worker.pushes.PushPlan;
import com.nowinfinity.xpm.worker.pushes.PushPlanner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a push into one demand for each entity that goes along, and tells the plan. */
final class PushWork {

    private final Business business;
    private final IntakeProgress intake;
    private final int callsPerMinute;

    PushWork(Business business, IntakeProgress intake, int callsPerMinute) {
        this.business = business;
        this.intake = intake;
        this.callsPerMinute = callsPerMinute;
    }

    Next expand(String eventId) {
        Push push = business.stores().pushes().find(business.id(), eventId).orElseThrow();
        return switch (push.state()) {
            case REQUESTED -> intake.isPast(push.partition(), push.after()) ? begin(push) : soon();
            case EXPANDED -> {
                demand(push);
                yield Next.DONE;
            }
            case DONE -> Next.DONE;
        };
    }

    private Next begin(Push push) {
        Optional<String> tenantId = business.connection().connectedTo();
        Intent main = find(push.mainEntityId());
        if (tenantId.isEmpty()) {
            return fail(
                    push, main, Outcomes.reason("not-connected", "The business is not connected to Practice Manager."));
        }
        if (main.newest().isEmpty()) {
            return fail(
                    push,
                    main,
                    Outcomes.reason("entity-unknown", "The portal has not told anything of this entity yet."));
        }
        PushPlan plan = plan(push, main, tenantId.get());
        business.events().publish(Topics.WORK_PLANNED, plan.tell(push.asked(), business.now()));
        Push expanded = push.expanded(tenantId.get(), plan.entityIds(), plan.documentIds());
        if (push.asked().getPreview()) {
            business.stores().pushes().save(expanded.done());
            return Next.DONE;
        }
        business.stores().pushes().save(expanded);
        demand(expanded);
        return Next.DONE;
    }

    private PushPlan plan(Push push, Intent main, String tenantId) {
        Map<String, Intent> seen = new HashMap<>();
        List<EntityDocument> documents = push.asked().getDocuments()
                ? business.stores().documents().of(business.id(), main.entityId())
                : List.of();
        return new PushPlanner(business.connection().labels(), tenantId, callsPerMinute, business.today())
                .plan(
                        push.asked(),
                        main,
                        entityId -> seen.computeIfAbsent(entityId, this::find),
                        clientId -> business.stores().mirror().find(business.id(), tenantId, clientId),
                        documents);
    }

    /** Those that go along first: the main entity's relationships need them. Asking twice adds nothing. */
    private void demand(Push push) {
        String tenantId = Optional.ofNullable(push.tenantId()).orElseThrow();
        List<String> others = push.entityIds().subList(1, push.entityIds().size());
        others.forEach(entityId -> demand(entityId, push, Demand.Kind.PUSH_ALONG, tenantId));
        demand(push.mainEntityId(), push, Demand.Kind.PUSH, tenantId);
        others.forEach(entityId -> business.call().accept(new Work.OfEntity(entityId)));
        business.call().accept(new Work.OfEntity(push.mainEntityId()));
    }

    private void demand(String entityId, Push push, Demand.Kind kind, String tenantId) {
        business.stores().intents().update(business.id(), entityId, intent -> {
            long version = intent.newest().map(Entity::getVersion).orElse(0L);
            return intent.demanding(Demand.of(push.eventId(), kind, version, tenantId));
        });
    }

    private Next fail(Push push, Intent main, Reason reason) {
        PushPlan nothing =
                new PushPlan(List.of(push.mainEntityId()), List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, 0);
        business.events().publish(Topics.WORK_PLANNED, nothing.tell(push.asked(), business.now()));
        business.events()
                .publish(Topics.ENTITY_SYNCED, business.outcomes().of(main, push.eventId(), Outcome.FAILED, reason));
        business.stores().pushes().save(push.done());
        return Next.DONE;
    }

    private Intent find(String entityId) {
        return business.stores().intents().find(business.id(), entityId);
    }

    private Next soon() {
        return new Next.At(business.now().plusMillis(IntakeProgress.GLANCE_MILLIS));
    }
}
