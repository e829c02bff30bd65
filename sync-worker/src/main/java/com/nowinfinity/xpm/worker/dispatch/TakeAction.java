package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.actions.Decision;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.dispatch.ActionOutcomes.Step;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import com.nowinfinity.xpm.worker.runs.ClientAsEntity;
import com.nowinfinity.xpm.worker.runs.RunTelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands contact fields of XPM to the portal, or a client that the portal does not have. What ASIC, a deed or minutes
 * govern is never taken (domain 1.3).
 */
final class TakeAction {

    private final Business business;
    private final ActionOutcomes outcomes;

    TakeAction(Business business, ActionOutcomes outcomes) {
        this.business = business;
        this.outcomes = outcomes;
    }

    void take(Decision decision) {
        Optional<String> tenantId = business.connection().connectedTo();
        if (tenantId.isEmpty()) {
            outcomes.fail(decision, Reasons.NOT_CONNECTED);
        } else if (decision.entityId() == null) {
            takeClient(decision, tenantId.get());
        } else if (!outcomes.isSettled(decision)) {
            takeFields(decision, tenantId.get(), decision.entityId());
        }
    }

    private void takeClient(Decision decision, String tenantId) {
        Optional<PracticeClient> client = mirrored(tenantId, decision.clientId());
        if (client.isEmpty() || client.get().deleted()) {
            outcomes.fail(decision, "client-unknown", "No client with this id has been seen in Practice Manager.");
            return;
        }
        if (business.leading(tenantId, client.get().id()).isPresent()) {
            outcomes.fail(decision, Moved.CODE, "A record of NowInfinity is linked to the client by now.");
            return;
        }
        Entity offered = translated(client.get(), tenantId);
        publish(decision, tenantId, client.get(), offered, paths(offered, client.get()));
        outcomes.tell(decision, Outcome.RECORDED);
    }

    private void takeFields(Decision decision, String tenantId, String entityId) {
        Intent intent = business.stores().intents().find(business.id(), entityId);
        Optional<PracticeClient> client = intent.clientIn(tenantId).flatMap(id -> mirrored(tenantId, id));
        Optional<Entity> entity = intent.newest();
        Set<String> fields = decision.fields();
        if (client.isEmpty() || entity.isEmpty()) {
            outcomes.fail(decision, "not-linked", "The entity is not linked to a client that we know.");
            return;
        }
        boolean contacts = fields.stream()
                .allMatch(field ->
                        ComparedField.at(field).filter(ComparedField::isContact).isPresent());
        if (fields.isEmpty() || !contacts) {
            outcomes.fail(
                    decision,
                    "not-to-be-taken",
                    "Only contact fields are taken from Practice Manager; for the rest ask for a change in NowInfinity.");
            return;
        }
        Comparison comparison = EntityComparator.compare(
                entity.get(),
                client.get(),
                intent.base(),
                business.connection().labels(),
                new LinkedPeers(business, tenantId),
                business.today());
        if (Moved.anyOf(decision, comparison.differences())) {
            outcomes.fail(decision, Moved.CODE, Moved.TEXT);
            return;
        }
        publish(decision, tenantId, client.get(), translated(client.get(), tenantId), List.copyOf(fields));
        outcomes.settle(
                decision,
                before -> new Step(before.withoutAccepted(fields), Outcome.RECORDED, null, fields, CallsMade.NONE));
    }

    private void publish(
            Decision decision, String tenantId, PracticeClient client, Entity asEntity, List<String> take) {
        RunTelling telling = RunTelling.ofLook(decision.asked(), business.clock());
        business.events().publish(Topics.CLIENT_IMPORTED, telling.imported(tenantId, client, asEntity, take));
    }

    private Entity translated(PracticeClient client, String tenantId) {
        return new ClientAsEntity(business.connection().labels(), clientId -> business.leading(tenantId, clientId))
                .of(client);
    }

    private static List<String> paths(Entity offered, PracticeClient client) {
        List<String> paths = new ArrayList<>(List.of("name"));
        Arrays.stream(ComparedField.values())
                .filter(field -> field.appliesTo(offered.getKind())
                        && field.theirs(client).form() != null)
                .map(ComparedField::path)
                .filter(path -> !paths.contains(path))
                .forEach(paths::add);
        return paths;
    }

    private Optional<PracticeClient> mirrored(String tenantId, @Nullable String clientId) {
        return clientId == null ? Optional.empty() : business.stores().mirror().find(business.id(), tenantId, clientId);
    }
}
