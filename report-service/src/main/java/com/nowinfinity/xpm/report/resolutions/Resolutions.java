package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.entities.EntityBook;
import com.nowinfinity.xpm.report.mirror.ClientMirror;
import com.nowinfinity.xpm.report.publication.LedgerShelf;
import com.nowinfinity.xpm.report.resolutions.Granting.Granted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;

/** Asks the workers to do what people decided of discrepancies. Thread-safe. */
public final class Resolutions {

    private final ResolutionStore store;
    private final AskStore asks;
    private final DecisionBook decisions;
    private final LedgerShelf ledgers;
    private final ClientMirror clients;
    private final EntityBook entities;
    private final EventPublisher publisher;
    private final InstantSource clock;

    Resolutions(
            ResolutionStore store,
            AskStore asks,
            DecisionBook decisions,
            LedgerShelf ledgers,
            ClientMirror clients,
            EntityBook entities,
            EventPublisher publisher,
            InstantSource clock) {
        this.store = store;
        this.asks = asks;
        this.decisions = decisions;
        this.ledgers = ledgers;
        this.clients = clients;
        this.entities = entities;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Which of the wishes cannot be granted as things stand; empty when all can. */
    public List<Refusal> refusals(String businessId, List<Wish> wishes) {
        return granting(businessId).of(wishes).refused();
    }

    /**
     * Asks for all of the wishes, or for none. Returns once the broker has what is asked.
     *
     * @param id of the new resolution; a repeated one is asked again, word for word
     */
    public void request(String businessId, String id, List<Wish> wishes, boolean preview, String by) {
        Granted granted = granting(businessId).of(wishes);
        if (!granted.refused().isEmpty() && store.find(businessId, id).isEmpty()) {
            throw new ProblemException(
                            HttpStatus.BAD_REQUEST,
                            "items-refused",
                            "Invalid request",
                            "%d of %d items cannot be done; nothing was done."
                                    .formatted(granted.refused().size(), wishes.size()))
                    .with("items", granted.refused());
        }
        store.add(businessId, id, clock.instant(), by, preview, atTheirVersions(businessId, granted.items()));
        Resolution resolution = find(businessId, id);
        ask(resolution, resolution.at(), preview, false);
    }

    Resolution find(String businessId, String id) {
        return store.find(businessId, id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "resolution-not-found", "Not Found", "There is no such resolution."));
    }

    /** Carries out what was planned. Confirmed twice it is carried out once. */
    void confirm(String businessId, String id) {
        Resolution resolution = find(businessId, id);
        if (!resolution.confirmed()) {
            requireFresh(resolution);
        }
        ask(resolution, store.confirming(businessId, id, clock.instant()), false, true);
        store.confirmed(businessId, id);
    }

    /** Kept before it is asked, so that nothing told of it can come before it. */
    private void ask(Resolution resolution, Instant at, boolean preview, boolean confirmation) {
        String businessId = resolution.businessId();
        List<Ask> events = Ask.of(resolution.id(), resolution.items(), preview, confirmation);
        asks.add(businessId, resolution.id(), events);
        publish(businessId, events, at, resolution.by());
        if (!preview) {
            decisions.accept(businessId, Acceptances.of(resolution.items(), at, resolution.by()));
            decisions.endAcceptances(businessId, Acceptances.endedBy(resolution.items()), at, resolution.by());
        }
    }

    private void publish(String businessId, List<Ask> events, Instant at, String by) {
        List<CompletableFuture<Void>> sent = events.stream()
                .map(ask -> ask.event(businessId, at, by))
                .filter(event -> !event.getTargets().isEmpty())
                .map(event -> publisher.publishAsync(Topics.ACTION_REQUESTED, event))
                .toList();
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BrokerUnavailableException unavailable ? unavailable : e;
        }
    }

    private void requireFresh(Resolution resolution) {
        if (!resolution.preview()) {
            throw conflict("not-a-preview", "Nothing to confirm", "This was not asked for as a preview.");
        }
        if (resolution.state() != Resolution.State.PLANNED) {
            throw conflict("plan-pending", "No plan yet", "The plan is still being made.");
        }
        Granting granting = granting(resolution.businessId());
        Map<String, Long> versions = versions(resolution.businessId(), resolution.items());
        boolean stale = !resolution.items().stream().allMatch(granting::isFresh)
                || resolution.items().stream().anyMatch(item -> item.isOvertakenBy(versions.get(item.entityId())))
                || resolution.plans().stream().map(WorkPlanned::getReason).anyMatch(reason -> reason != null);
        if (stale) {
            throw conflict(
                    "plan-stale",
                    "The plan is out of date",
                    "A record has changed since, or what was planned cannot be done: ask for a new preview.");
        }
    }

    private List<Item> atTheirVersions(String businessId, List<Item> items) {
        Map<String, Long> versions = versions(businessId, items);
        return items.stream()
                .map(item -> item.at(versions.get(item.entityId())))
                .toList();
    }

    private Map<String, Long> versions(String businessId, List<Item> items) {
        return entities.versions(
                businessId,
                items.stream().map(Item::entityId).filter(Objects::nonNull).toList());
    }

    private Granting granting(String businessId) {
        return new Granting(
                ledgers.newest(businessId),
                clientId -> clients.knows(businessId, clientId),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static ProblemException conflict(String code, String title, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, title, detail);
    }
}
