package com.nowinfinity.xpm.report.parked;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.Action;
import com.nowinfinity.xpm.events.ActionRequested;
import com.nowinfinity.xpm.events.ActionTarget;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.report.entities.EntityBook;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists what is parked; retrying and dropping ask the worker, whose outcome then ends the waiting. */
@RestController
@RequestMapping("/api/businesses/{businessId}/parked")
class ParkedEndpoint {

    private final ParkedBook book;
    private final EntityBook entities;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    ParkedEndpoint(
            ParkedBook book, EntityBook entities, EventPublisher publisher, InstantSource clock, Supplier<UUID> ids) {
        this.book = book;
        this.entities = entities;
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Accepted.
     *
     * @param eventId of the action, as outcomes name it
     */
    record Accepted(String eventId) {}

    @GetMapping
    Page<ParkedWork> parked(
            @PathVariable String businessId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        String after = Page.after(cursor);
        List<ParkedWork> rest = book.all(businessId).stream()
                .filter(work -> after == null || place(work).compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        Map<String, String> names = entities.names(
                businessId, rest.stream().map(ParkedWork::entityId).toList());
        return Page.of(
                rest.stream()
                        .map(work -> work.named(names.get(work.entityId())))
                        .toList(),
                size,
                ParkedEndpoint::place);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted retry(@PathVariable String businessId, @PathVariable String id, Caller caller) {
        return ask(Action.RETRY, businessId, id, caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted drop(@PathVariable String businessId, @PathVariable String id, Caller caller) {
        return ask(Action.DROP, businessId, id, caller);
    }

    private Accepted ask(Action action, String businessId, String id, Caller caller) {
        ParkedWork work = book.all(businessId).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "parked-not-found", "Not Found", "Nothing is parked under this id."));
        ActionTarget target = ActionTarget.newBuilder()
                .setEntityId(work.entityId())
                .setClientId(work.clientId())
                .setDocumentId(work.documentId())
                .build();
        ActionRequested event = ActionRequested.newBuilder()
                .setEventId(ids.get().toString())
                .setBusinessId(businessId)
                .setOccurredAt(clock.instant())
                .setAction(action)
                .setTargets(List.of(target))
                .setRequestedBy(caller.sub())
                .build();
        publisher.publish(Topics.ACTION_REQUESTED, event);
        return new Accepted(event.getEventId());
    }

    private static String place(ParkedWork work) {
        return "%015d %s".formatted(work.since().toEpochMilli(), work.id());
    }
}
