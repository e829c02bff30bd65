package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.documents.EntityDocument.Wanted;
import com.nowinfinity.xpm.worker.documents.UnusableDocumentException;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records documents, and sends each once to the pushes that want it. It has a pace of its own: no entity waits for it. */
final class DocumentWork {

    private static final Reason DROPPED = Outcomes.reason("dropped-by-person", "A person has dropped it.");

    private final Business business;
    private final DocumentDelivery delivery;

    DocumentWork(Business business) {
        this.business = business;
        this.delivery = new DocumentDelivery(business);
    }

    /** Tells that it is known, then brings it where it is wanted. */
    Next advance(String documentId) {
        Optional<EntityDocument> known = business.stores().documents().find(business.id(), documentId);
        known.filter(document -> !document.recorded()).ifPresent(this::record);
        while (known.isPresent() && !known.get().wanted().isEmpty()) {
            EntityDocument document = known.get();
            Wanted wanted = document.wanted().getFirst();
            Optional<Next> hindered =
                    business.trails().follow(business.id(), wanted.pushEventId(), () -> bring(document, wanted));
            if (hindered.isPresent()) {
                return hindered.get();
            }
            known = business.stores().documents().find(business.id(), documentId);
        }
        return Next.DONE;
    }

    private void record(EntityDocument document) {
        tell(document.told().getEventId(), document, Outcome.RECORDED, null, null, 0);
        update(document, EntityDocument::withRecorded);
    }

    /** Empty when the push has its outcome; else when it goes on. */
    private Optional<Next> bring(EntityDocument document, Wanted wanted) {
        String tenantId = business.connection().tenantId();
        if (tenantId != null && !tenantId.equals(wanted.tenantId())) {
            Reason reason = Outcomes.reason(
                    "organisation-changed", "It was meant for another Xero organisation than the one connected now.");
            return settled(document, wanted, Outcome.DROPPED, reason, 0);
        }
        Optional<EntityDocument.Sent> sent = document.sentTo(wanted.tenantId());
        if (sent.isPresent()) {
            boolean byThis = sent.get().pushEventId().equals(wanted.pushEventId());
            return settled(document, wanted, byThis ? Outcome.CREATED : Outcome.UNCHANGED, null, 0);
        }
        if (document.parked() != null) {
            return Optional.of(Next.ON_PERSON);
        }
        Instant until = document.until();
        if (until != null && until.isAfter(business.now())) {
            return Optional.of(new Next.At(until));
        }
        return mayBeThere(document).or(() -> attempt(document, wanted));
    }

    /** After a lost answer XPM gets its time before we look, whoever wants it meanwhile. */
    private Optional<Next> mayBeThere(EntityDocument document) {
        return Optional.ofNullable(document.attemptedAt())
                .map(attempted -> attempted.plus(business.settings().settlingTime()))
                .filter(settled -> settled.isAfter(business.now()))
                .map(Next.At::new);
    }

    private Optional<Next> attempt(EntityDocument document, Wanted wanted) {
        Optional<Reason> stopped = new FirstUpdate(business).failure();
        if (stopped.isPresent()) {
            return parked(document, stopped.get());
        }
        try {
            return settled(document, wanted, Outcome.CREATED, null, delivery.deliver(document, wanted));
        } catch (UnusableDocumentException e) {
            return parked(document, e.reason());
        } catch (XpmException.Rejected e) {
            return parked(document, Outcomes.reason("xpm-rejected", "Practice Manager declined: " + e.problem()));
        } catch (XpmException.OutcomeUnknown e) {
            // It stays marked as attempted: next time we look before we send.
            return Optional.of(new Next.At(business.settled()));
        } catch (DocumentDelivery.Unreachable e) {
            if (document.tries() + 1 >= business.settings().pushing().documentTries()) {
                return parked(
                        document,
                        Outcomes.reason("document-unreachable", "The document's host could not be reached for long."));
            }
            Duration pause = business.settings().pushing().pauseAfter(document.tries());
            Instant again = business.now().plus(pause);
            update(document, before -> before.unreachableUntil(again));
            return Optional.of(new Next.At(again));
        } catch (Hold hold) {
            return Optional.of(Next.of(hold));
        }
    }

    /** What is parked goes on; anything else is told to wait for nobody. */
    void retry(String documentId, String decision) {
        decide(documentId, decision, document -> {});
    }

    void drop(String documentId, String decision) {
        decide(
                documentId,
                decision,
                document ->
                        document.wanted().forEach(wanted -> settled(document, wanted, Outcome.DROPPED, DROPPED, 0)));
    }

    private void decide(String documentId, String decision, Consumer<EntityDocument> step) {
        Optional<EntityDocument> known = business.stores().documents().find(business.id(), documentId);
        if (known.isEmpty()) {
            return;
        }
        EntityDocument document = known.get();
        boolean again = decision.equals(document.actedBy());
        if (document.parked() == null && !again) {
            Reason reason = Outcomes.reason("not-parked", "Nothing of it waits for a person.");
            tell(decision, document, Outcome.UNCHANGED, reason, null, 0);
            return;
        }
        if (!again) {
            step.accept(document);
            update(document, before -> before.freedBy(decision));
        }
        tell(decision, document, Outcome.RECORDED, null, null, 0);
        business.call().accept(new Work.OfDocument(documentId));
    }

    private Optional<Next> parked(EntityDocument document, Reason reason) {
        document.wanted()
                .forEach(wanted -> tell(wanted.pushEventId(), document, Outcome.PARKED, reason, wanted.clientId(), 0));
        update(document, before -> before.parkedFor(reason));
        return Optional.of(Next.ON_PERSON);
    }

    private Optional<Next> settled(
            EntityDocument document, Wanted wanted, Outcome outcome, @Nullable Reason reason, int calls) {
        tell(wanted.pushEventId(), document, outcome, reason, wanted.clientId(), calls);
        update(document, before -> before.settledFor(wanted));
        return Optional.empty();
    }

    private void update(EntityDocument document, UnaryOperator<EntityDocument> step) {
        business.stores().documents().update(business.id(), document.documentId(), step);
    }

    private void tell(
            String eventId,
            EntityDocument document,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable String clientId,
            int calls) {
        business.events()
                .publish(
                        Topics.ENTITY_SYNCED,
                        business.outcomes()
                                .ofDocument(
                                        business.id(),
                                        eventId,
                                        document.told().getEntityId(),
                                        document.documentId(),
                                        outcome,
                                        reason,
                                        clientId,
                                        calls));
    }
}
