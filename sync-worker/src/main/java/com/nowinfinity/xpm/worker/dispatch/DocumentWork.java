package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.documents.EntityDocument.Wanted;
import com.nowinfinity.xpm.worker.documents.UnusableDocumentException;
import com.nowinfinity.xpm.worker.outcome.CallsMade;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records documents, and sends each once to the pushes that want it. It has a pace of its own: no entity waits for it. */
final class DocumentWork {

    private static final Reason DROPPED = Outcomes.reason("dropped-by-person", "A person has dropped it.");

    private static final Reason UNCLEAR = Outcomes.reason(
            "outcome-unknown",
            "Practice Manager did not say, twice, whether it has the document. Retry looks for it before it sends it again.");

    private final Business business;
    private final DocumentDelivery delivery;

    DocumentWork(Business business) {
        this.business = business;
        this.delivery = new DocumentDelivery(business);
    }

    /** Tells that it is known, and what needs no call to be told to those who want it. */
    Next advance(String documentId) {
        find(documentId).filter(document -> !document.unrecorded().isEmpty()).ifPresent(this::record);
        return forEachWanted(
                documentId,
                (document, wanted) -> settle(document, wanted)
                        ? Optional.empty()
                        : waiting(document)
                                .filter(next -> !isForeign(wanted))
                                .or(() -> Optional.of(new Next.Send(true, false))));
    }

    /** Brings it where it is wanted. */
    Next deliver(String documentId) {
        return forEachWanted(
                documentId,
                (document, wanted) -> dropForeign(document, wanted) || settle(document, wanted)
                        ? Optional.empty()
                        : waiting(document).or(() -> held(wanted)).or(() -> attempt(document, wanted)));
    }

    /** @param step empty when the push has its outcome; else when it goes on */
    private Next forEachWanted(String documentId, BiFunction<EntityDocument, Wanted, Optional<Next>> step) {
        Optional<EntityDocument> known = find(documentId);
        while (known.isPresent() && !known.get().wanted().isEmpty()) {
            EntityDocument document = known.get();
            Wanted wanted = document.wanted().getFirst();
            Optional<Next> hindered =
                    business.trails().follow(business.id(), wanted.pushEventId(), () -> step.apply(document, wanted));
            if (hindered.isPresent()) {
                return hindered.get();
            }
            known = find(documentId);
        }
        return Next.DONE;
    }

    private Optional<EntityDocument> find(String documentId) {
        return business.stores().documents().find(business.id(), documentId);
    }

    private void record(EntityDocument document) {
        document.unrecorded().forEach(eventId -> tell(eventId, document, Outcome.RECORDED, null, null, CallsMade.NONE));
        update(document, before -> before.withRecorded(document.unrecorded()));
    }

    /** Drops what is meant for another organisation; only here, where it cannot be on its way just now. */
    private boolean dropForeign(EntityDocument document, Wanted wanted) {
        boolean foreign = isForeign(wanted);
        if (foreign) {
            settled(document, wanted, Outcome.DROPPED, Reasons.ORGANISATION_CHANGED, document.calls());
        }
        return foreign;
    }

    private boolean isForeign(Wanted wanted) {
        String tenantId = business.connection().tenantId();
        return tenantId != null && !tenantId.equals(wanted.tenantId());
    }

    /** What holds the whole business up is found out before anything is fetched. */
    private Optional<Next> held(Wanted wanted) {
        if (!business.connection().connectedTo().equals(Optional.of(wanted.tenantId()))) {
            return Optional.of(Next.ON_CONNECTION);
        }
        return business.gate().held(wanted.tenantId(), true).map(Next::of);
    }

    /** Gives the push its outcome where that needs no call. */
    private boolean settle(EntityDocument document, Wanted wanted) {
        Optional<EntityDocument.Sent> sent = document.sentTo(wanted.tenantId());
        sent.ifPresent(there -> {
            boolean byThis = there.pushEventId().equals(wanted.pushEventId());
            settled(document, wanted, byThis ? Outcome.CREATED : Outcome.UNCHANGED, null, document.calls());
        });
        return sent.isPresent();
    }

    /** What is in its way, whoever wants it. */
    private Optional<Next> waiting(EntityDocument document) {
        if (document.parked() != null) {
            return Optional.of(Next.ON_PERSON);
        }
        Instant until = document.until();
        if (until != null && until.isAfter(business.now())) {
            return Optional.of(new Next.At(until));
        }
        return mayBeThere(document);
    }

    /** After a lost answer XPM gets its time before we look. */
    private Optional<Next> mayBeThere(EntityDocument document) {
        return Optional.ofNullable(document.attemptedAt())
                .map(attempted -> attempted.plus(business.settings().settlingTime()))
                .filter(settled -> settled.isAfter(business.now()))
                .map(Next.At::new);
    }

    private Optional<Next> attempt(EntityDocument document, Wanted wanted) {
        Optional<Reason> stopped = new FirstUpdate(business).failure();
        if (stopped.isPresent()) {
            return parked(document, stopped.get(), document.calls());
        }
        CallLog calls = new CallLog(business, document.calls());
        try {
            delivery.deliver(document, wanted, calls);
            settled(document, wanted, Outcome.CREATED, null, calls.made());
            return Optional.empty();
        } catch (UnusableDocumentException e) {
            return parked(document, e.reason(), calls.made());
        } catch (XpmException.Rejected e) {
            Reason declined = Reasons.declined(e);
            return parked(document, declined, calls.made());
        } catch (XpmException.OutcomeUnknown e) {
            // It stays marked as attempted: next time we look before we send. Each time may add another copy, so twice
            // is enough.
            if (document.attemptedAt() != null) {
                return parked(document, UNCLEAR, calls.made());
            }
            update(document, before -> before.withCalls(calls.made()));
            return Optional.of(new Next.At(business.settled()));
        } catch (DocumentDelivery.Unreachable e) {
            return inVain(
                    document,
                    Outcomes.reason("document-unreachable", "The document's host could not be reached for long."),
                    calls.made());
        } catch (Hold.NotOwner lost) {
            return Optional.of(Next.LOST);
        } catch (Hold hold) {
            if (hold instanceof Hold.Failing failing && failing.othersFare()) {
                return inVain(document, Reasons.inVain(document.tries() + 1, hold.reason()), calls.made());
            }
            update(document, before -> before.withCalls(calls.made()));
            return Optional.of(Next.of(hold));
        }
    }

    /** Again later, ever more seldom; in the end it waits for a person, for that reason. */
    private Optional<Next> inVain(EntityDocument document, Reason reason, CallsMade calls) {
        if (document.tries() + 1 >= business.settings().pushing().documentTries()) {
            return parked(document, reason, calls);
        }
        Instant again = business.now().plus(business.settings().pushing().pauseAfter(document.tries()));
        update(document, before -> before.triedUntil(again).withCalls(calls));
        return Optional.of(new Next.At(again));
    }

    /** What is parked goes on; anything else is told to wait for nobody. False for a document that nobody has told of. */
    boolean retry(String documentId, String decision) {
        return decide(documentId, decision, document -> {});
    }

    /** As {@link #retry}, and ends what is parked. */
    boolean drop(String documentId, String decision) {
        return decide(
                documentId,
                decision,
                document -> document.wanted()
                        .forEach(wanted ->
                                settled(document, wanted, Outcome.DROPPED, DROPPED, callsFor(document, wanted))));
    }

    private boolean decide(String documentId, String decision, Consumer<EntityDocument> step) {
        Optional<EntityDocument> known = find(documentId);
        if (known.isEmpty()) {
            return false;
        }
        EntityDocument document = known.get();
        boolean again = decision.equals(document.actedBy());
        if (document.parked() == null && !again) {
            Reason reason = Outcomes.reason("not-parked", "Nothing of it waits for a person.");
            tell(decision, document, Outcome.UNCHANGED, reason, null, CallsMade.NONE);
            return true;
        }
        if (!again) {
            step.accept(document);
            update(document, before -> before.freedBy(decision));
        }
        tell(decision, document, Outcome.RECORDED, null, null, CallsMade.NONE);
        business.call().accept(new Work.OfDocument(documentId));
        return true;
    }

    private Optional<Next> parked(EntityDocument document, Reason reason, CallsMade calls) {
        // Whoever has the business by now may have brought it meanwhile.
        business.gate().checkOwner();
        EntityDocument tried = document.withCalls(calls);
        document.wanted()
                .forEach(wanted -> tell(
                        wanted.pushEventId(),
                        document,
                        Outcome.PARKED,
                        reason,
                        wanted.clientId(),
                        callsFor(tried, wanted)));
        update(document, before -> before.parkedFor(reason).withCalls(calls));
        return Optional.of(Next.ON_PERSON);
    }

    /** They were made for the first one that wants it. */
    private static CallsMade callsFor(EntityDocument document, Wanted wanted) {
        return wanted.equals(document.wanted().getFirst()) ? document.calls() : CallsMade.NONE;
    }

    private void settled(
            EntityDocument document, Wanted wanted, Outcome outcome, @Nullable Reason reason, CallsMade calls) {
        tell(wanted.pushEventId(), document, outcome, reason, wanted.clientId(), calls);
        update(document, before -> before.settledFor(wanted));
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
            CallsMade calls) {
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
