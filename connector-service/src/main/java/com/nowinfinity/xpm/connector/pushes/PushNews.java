package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.WorkPlanned;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What workers tell of pushes, and what overtakes their plans. News of what is no push of ours is left aside. */
public final class PushNews {

    private final PushStore store;
    private final OpenPlans openPlans;

    PushNews(PushStore store, OpenPlans openPlans) {
        this.store = store;
        this.openPlans = openPlans;
    }

    public void take(WorkPlanned plan) {
        store.planned(plan);
        Push push = store.find(plan.getBusinessId(), plan.getForId());
        if (push != null && push.isPlanOnly()) {
            openPlans.open(plan);
        }
    }

    public void take(List<EntitySynced> events) {
        store.outcomes(events);
        Map<String, List<EntitySynced>> byBusiness =
                events.stream().collect(Collectors.groupingBy(EntitySynced::getBusinessId));
        byBusiness.forEach((businessId, news) ->
                overtake(businessId, plan -> news.stream().anyMatch(event -> overtakes(event, plan))));
    }

    /** A change of the entity is accepted: nobody confirms what was planned before, though no worker has seen it yet. */
    public void accepted(EntityChanged change) {
        overtake(
                change.getBusinessId(),
                plan -> plan.getEntityIds().contains(change.getEntity().getEntityId()));
    }

    private void overtake(String businessId, Predicate<WorkPlanned> moved) {
        openPlans.of(businessId).stream().filter(moved).forEach(plan -> {
            store.moved(businessId, plan.getForId());
            openPlans.close(businessId, plan.getForId());
        });
    }

    /** An entity of the plan is not any more what the person was shown. */
    private static boolean overtakes(EntitySynced event, WorkPlanned plan) {
        boolean changed = switch (event.getOutcome()) {
            case RECORDED, CREATED, UPDATED -> true;
            case UNCHANGED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> false;
        };
        return changed
                && plan.getEntityIds().contains(event.getEntityId())
                && event.getOccurredAt().isAfter(plan.getOccurredAt());
    }
}
