package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.practice.ClientDocument;
import com.nowinfinity.xpm.api.practice.DocumentContent;
import com.nowinfinity.xpm.api.practice.DocumentDraft;
import com.nowinfinity.xpm.events.DocumentCreated;
import com.nowinfinity.xpm.worker.documents.EntityDocument;
import com.nowinfinity.xpm.worker.documents.EntityDocument.Wanted;
import com.nowinfinity.xpm.worker.limits.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Brings one document's bytes from its host to its client. */
final class DocumentDelivery {

    private final Business business;

    DocumentDelivery(Business business) {
        this.business = business;
    }

    /** The document's host cannot be reached, or answers nonsense. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(IOException cause) {
            super(cause);
        }
    }

    /** Sends it unless an earlier attempt has. */
    void deliver(EntityDocument document, Wanted wanted, CallLog calls) {
        if (document.attemptedAt() != null && stands(document, wanted, calls)) {
            calls.adopted(Slot.Purpose.DOCUMENT);
        } else {
            upload(document, wanted, calls);
        }
        EntityDocument.Sent sent = new EntityDocument.Sent(
                wanted.tenantId(),
                wanted.clientId(),
                wanted.pushEventId(),
                document.told().getSha256());
        update(document, before -> before.sent(sent).withCalls(calls.made()));
    }

    /** After a lost answer: XPM gives no ids, so title and file name decide. */
    private boolean stands(EntityDocument document, Wanted wanted, CallLog calls) {
        DocumentCreated told = document.told();
        for (ClientDocument there : calls.call(
                errand(Slot.Purpose.READ, document, wanted),
                call -> business.xpm().listDocuments(call, wanted.clientId()))) {
            if (told.getTitle().equals(there.title()) && told.getFileName().equals(there.fileName())) {
                return true;
            }
        }
        return false;
    }

    private void upload(EntityDocument document, Wanted wanted, CallLog calls) {
        DocumentCreated told = document.told();
        Path file = fetch(told);
        try {
            String folder = told.getFolder() != null
                    ? told.getFolder()
                    : business.connection().documentFolder().orElse(null);
            DocumentContent content = new DocumentContent(told.getSize(), () -> Files.newInputStream(file));
            DocumentDraft draft =
                    new DocumentDraft(wanted.clientId(), told.getTitle(), null, folder, told.getFileName(), content);
            // From here on it may be there, whatever becomes of us.
            Instant now = business.now();
            update(document, before -> before.attempted(now));
            calls.call(
                    errand(Slot.Purpose.DOCUMENT, document, wanted),
                    call -> business.xpm().addDocument(call, draft),
                    new Gate.Note<>() {
                        @Override
                        public void unknown() {
                            Instant given = business.now();
                            update(document, before -> before.attempted(given));
                        }
                    });
        } catch (Hold.Until | Hold.Failing | Hold.UntilConnected | XpmException.Rejected e) {
            // It has not come this time; of an attempt before this one nobody knows any more than before. Who is no
            // longer the owner cannot say so.
            update(document, before -> before.attempted(document.attemptedAt()));
            throw e;
        } finally {
            delete(file);
        }
    }

    private Path fetch(DocumentCreated told) {
        try {
            return business.documentSource().fetch(told);
        } catch (IOException e) {
            throw new Unreachable(e);
        }
    }

    private static Gate.Errand errand(Slot.Purpose purpose, EntityDocument document, Wanted wanted) {
        return new Gate.Errand(purpose, document.documentId(), wanted.tenantId(), true);
    }

    private void update(EntityDocument document, UnaryOperator<EntityDocument> step) {
        business.stores().documents().update(business.id(), document.documentId(), step);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
