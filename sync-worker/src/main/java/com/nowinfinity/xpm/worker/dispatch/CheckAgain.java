package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import com.nowinfinity.xpm.worker.runs.Found;
import com.nowinfinity.xpm.worker.runs.Practice;
import com.nowinfinity.xpm.worker.runs.RunComparison;
import com.nowinfinity.xpm.worker.runs.RunScope;
import com.nowinfinity.xpm.worker.runs.RunTelling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one record again, with one call, and tells what a run would tell of it. */
final class CheckAgain {

    private final Business business;
    private final ActionOutcomes outcomes;

    CheckAgain(Business business, ActionOutcomes outcomes) {
        this.business = business;
        this.outcomes = outcomes;
    }

    void check(Decision decision) {
        Optional<String> tenantId = business.connection().connectedTo();
        if (tenantId.isEmpty()) {
            outcomes.fail(decision, Reasons.NOT_CONNECTED);
        } else if (!outcomes.isSettled(decision)) {
            Instant at = business.now();
            CallLog calls = new CallLog(business, CallsMade.NONE);
            try {
                look(decision, tenantId.get(), calls);
            } catch (XpmException.Rejected e) {
                outcomes.declined(decision, e, calls.made());
                return;
            }
            business.rooms().compared().with(BothSides.size(business, tenantId.get()), () -> {
                compare(decision, tenantId.get(), at);
                return true;
            });
            outcomes.tell(decision, Outcome.UNCHANGED, null, calls.made());
        }
    }

    private void look(Decision decision, String tenantId, CallLog calls) {
        Optional<Intent> intent = Optional.ofNullable(decision.entityId())
                .map(entityId -> business.stores().intents().find(business.id(), entityId));
        Optional<String> clientId =
                intent.flatMap(known -> known.clientIn(tenantId)).or(() -> Optional.ofNullable(decision.clientId()));
        Gate.Errand errand = new Gate.Errand(Slot.Purpose.READ, decision.id(), tenantId, true);
        if (clientId.isPresent()) {
            calls.call(errand, call -> business.xpm().getClient(call, clientId.get()))
                    .ifPresentOrElse(
                            client -> show(client, tenantId),
                            () -> business.stores().mirror().forget(business.id(), tenantId, clientId.get()));
        } else {
            intent.flatMap(Intent::newest)
                    .map(Entity::getName)
                    .ifPresent(name -> calls.call(errand, call -> business.xpm().searchClients(call, name))
                            .forEach(client -> show(client, tenantId)));
        }
    }

    private void show(PracticeClient client, String tenantId) {
        business.stores().mirror().show(business.id(), tenantId, client);
    }

    private void compare(Decision decision, String tenantId, Instant at) {
        Practice practice = BothSides.read(business, tenantId);
        RunComparison comparison = new RunComparison(
                practice, new RunScope(List.of()), business.connection().labels(), business.today());
        String entityId = Optional.ofNullable(decision.entityId())
                .or(() -> Optional.ofNullable(decision.clientId()).flatMap(practice::entityOf))
                .orElse(null);
        if (entityId == null) {
            Found alone = comparison
                    .clientsAlone()
                    .filter(found ->
                            found.client() != null && found.client().id().equals(decision.clientId()))
                    .findFirst()
                    .orElse(null);
            tell(decision, alone, Base.NONE);
            return;
        }
        Agreement agreement = new Agreement(business, tenantId, at);
        Intent intent = agreement.seen(business.stores().intents().find(business.id(), entityId));
        Found found = comparison.of(intent).orElse(null);
        tell(decision, found, intent.base());
        agreement.link(Map.of(entityId, practice.match(entityId)));
        if (found != null && found.comparison() != null) {
            Intent linked = business.stores().intents().find(business.id(), entityId);
            agreement.agree(List.of(new Agreement.Compared(linked, found.comparison())));
        }
    }

    /** Nothing found is worth telling, too: what was a row before is none any more. */
    private void tell(Decision decision, @Nullable Found found, Base base) {
        RunTelling telling = RunTelling.ofLook(decision.asked(), business.clock());
        EntityCompared event = found == null
                ? telling.nothing(decision.entityId(), decision.clientId())
                : telling.compared(found.entity(), found.client(), found.match(), found.differences(), base);
        business.events().publish(Topics.ENTITY_COMPARED, event);
    }
}
