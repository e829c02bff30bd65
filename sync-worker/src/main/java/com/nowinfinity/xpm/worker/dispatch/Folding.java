package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.IntentFold;
import com.nowinfinity.xpm.worker.intents.Pending;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/** Folds what intake wrote into the intents of a business and tells what became of each change. Makes no call. */
final class Folding {

    /** A document has an end; so many changes and their outcomes take a small part of it. */
    private static final int SLICE = 256;

    private static final Comparator<Pending> BY_VERSION = Comparator.comparingLong(Pending::version);

    private final String businessId;
    private final Stores stores;
    private final EventPublisher events;
    private final Outcomes outcomes;
    private final Set<String> beingSent;

    /** @param beingSent the events whose demands are on their way just now */
    Folding(String businessId, Stores stores, EventPublisher events, Outcomes outcomes, Set<String> beingSent) {
        this.businessId = businessId;
        this.stores = stores;
        this.events = events;
        this.outcomes = outcomes;
        this.beingSent = beingSent;
    }

    Intent fold(String entityId) {
        return tell(update(entityId, rule()::fold));
    }

    /** Does for many entities, with few commands, what {@link #fold} does for one. */
    Collection<Intent> foldAll(List<String> entityIds) {
        IntentFold fold = rule();
        Map<String, UnaryOperator<Intent>> steps = new HashMap<>();
        entityIds.forEach(entityId -> steps.put(entityId, fold::fold));
        Collection<Intent> folded =
                stores.intents().updateAll(businessId, steps).values();
        tellAll(folded);
        return folded;
    }

    /** Folds changes that are not written down yet, with what is. Repeats without harm. */
    void foldIn(String entityId, List<Pending> changes) {
        List<Pending> inOrder = changes.stream().sorted(BY_VERSION).toList();
        for (int from = 0; from < inOrder.size(); from += SLICE) {
            List<Pending> slice = inOrder.subList(from, Math.min(from + SLICE, inOrder.size()));
            IntentFold fold = rule();
            tell(update(entityId, before -> fold.fold(before.receiving(slice))));
        }
    }

    /** Publishes what is decided; a crash in between publishes the very same events again. */
    Intent tell(Intent intent) {
        if (intent.outbox().isEmpty()) {
            return intent;
        }
        List<CompletableFuture<Void>> published = new ArrayList<>();
        publish(intent, published);
        await(published);
        return update(intent.entityId(), withoutOutboxOf(intent));
    }

    private void tellAll(Collection<Intent> intents) {
        List<CompletableFuture<Void>> published = new ArrayList<>();
        Map<String, UnaryOperator<Intent>> steps = new HashMap<>();
        for (Intent intent : intents) {
            if (!intent.outbox().isEmpty()) {
                publish(intent, published);
                steps.put(intent.entityId(), withoutOutboxOf(intent));
            }
        }
        await(published);
        stores.intents().updateAll(businessId, steps);
    }

    private void publish(Intent intent, List<CompletableFuture<Void>> published) {
        intent.outbox().forEach(outcome -> published.add(events.publishAsync(Topics.ENTITY_SYNCED, outcome)));
    }

    private static void await(List<CompletableFuture<Void>> published) {
        try {
            published.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static UnaryOperator<Intent> withoutOutboxOf(Intent told) {
        Set<EntitySynced> outcomes = new HashSet<>(told.outbox());
        return before -> before.withOutbox(before.outbox().stream()
                .filter(outcome -> !outcomes.contains(outcome))
                .toList());
    }

    private IntentFold rule() {
        return new IntentFold(stores.connections().of(businessId).followRule(), outcomes, beingSent::contains);
    }

    private Intent update(String entityId, UnaryOperator<Intent> step) {
        return stores.intents().update(businessId, entityId, step);
    }
}
