package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.documents.UnusableDocumentException;
import com.nowinfinity.xpm.worker.limits.Slot;
import com.nowinfinity.xpm.worker.outcome.Outcomes;
import com.nowinfinity.xpm.worker.pushes.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Records documents, and sends them once. */
final class DocumentWork {

    private final Business business;

    DocumentWork(Business business) {
        this.business = business;
    }

    /** Tells that a document is known; it goes with the next push that asks for documents. */
    Next record(String documentId) {
        business.stores()
                .documents()
                .find(business.id(), documentId)
                .filter(document -> !document.recorded())
                .ifPresent(document -> {
                    DocumentCreated told = document.told();
                    tell(told.getEventId(), document, Outcome.RECORDED, null, null, 0);
                    business.stores().documents().recorded(document);
                });
        return Next.DONE;
    }

    /** Sends a document of the pushed entity, unless XPM has it. */
    void send(String documentId, String clientId, Push push, Attempt attempt) {
        EntityDocument document =
                business.stores().documents().find(business.id(), documentId).orElseThrow();
        EntityDocument.Sent sent = document.sentTo(attempt.tenantId()).orElse(null);
        if (sent != null) {
            boolean byUs = sent.pushEventId().equals(push.eventId());
            tell(push.eventId(), document, byUs ? Outcome.CREATED : Outcome.UNCHANGED, null, sent.clientId(), 0);
            return;
        }
        try {
            int before = attempt.demand().calls();
            if (document.attemptedAt() == null || !stands(document, clientId, attempt)) {
                upload(document, clientId, attempt);
            }
            business.stores()
                    .documents()
                    .sent(document, new EntityDocument.Sent(attempt.tenantId(), clientId, push.eventId()));
            tell(
                    push.eventId(),
                    document,
                    Outcome.CREATED,
                    null,
                    clientId,
                    attempt.demand().calls() - before);
        } catch (UnusableDocumentException e) {
            business.stores().documents().attempted(document, null);
            tell(push.eventId(), document, Outcome.FAILED, e.reason(), clientId, 0);
        } catch (XpmException.Rejected e) {
            business.stores().documents().attempted(document, null);
            Reason reason = Outcomes.reason("xpm-rejected", "Practice Manager declined: " + e.problem());
            tell(push.eventId(), document, Outcome.FAILED, reason, clientId, 1);
        }
    }

    /** After a lost answer: XPM gives no ids, so title and file name decide. */
    private boolean stands(EntityDocument document, String clientId, Attempt attempt) {
        DocumentCreated told = document.told();
        for (ClientDocument there :
                attempt.call(Slot.Purpose.READ, call -> business.xpm().listDocuments(call, clientId))) {
            if (told.getTitle().equals(there.title()) && told.getFileName().equals(there.fileName())) {
                return true;
            }
        }
        return false;
    }

    private void upload(EntityDocument document, String clientId, Attempt attempt) {
        DocumentCreated told = document.told();
        Path file = fetch(told);
        try {
            String folder = told.getFolder() != null
                    ? told.getFolder()
                    : business.connection().documentFolder().orElse(null);
            DocumentContent content = new DocumentContent(told.getSize(), () -> Files.newInputStream(file));
            DocumentDraft draft =
                    new DocumentDraft(clientId, told.getTitle(), null, folder, told.getFileName(), content);
            // From here on it may be there, whatever becomes of us.
            business.stores().documents().attempted(document, business.now());
            attempt.call(
                    Slot.Purpose.DOCUMENT,
                    document.documentId(),
                    call -> business.xpm().addDocument(call, draft));
        } catch (Hold.Until | Hold.Failing | Hold.UntilConnected hold) {
            // Held up before it left: it is not there. Who is no longer the owner cannot say so.
            business.stores().documents().attempted(document, null);
            throw hold;
        } finally {
            delete(file);
        }
    }

    private Path fetch(DocumentCreated told) {
        try {
            return business.documentSource().fetch(told);
        } catch (IOException e) {
            throw new Hold.Until(
                    business.now().plus(business.settings().patience()),
                    Outcomes.reason("document-unreachable", "The document cannot be fetched now."));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private void tell(
            String eventId,
            EntityDocument document,
            Outcome outcome,
            @Nullable Reason reason,
            @Nullable String clientId,
            int calls) {
        EntitySynced event = business.outcomes()
                .ofDocument(
                        business.id(),
                        eventId,
                        document.told().getEntityId(),
                        document.documentId(),
                        outcome,
                        reason,
                        clientId,
                        calls);
        business.events().publish(Topics.ENTITY_SYNCED, event);
    }
}
