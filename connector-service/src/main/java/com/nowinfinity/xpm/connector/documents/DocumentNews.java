package com.nowinfinity.xpm.connector.documents;

import com.nowinfinity.xpm.events.EntitySynced;

/** Forgets the bytes of documents that have arrived in XPM. */
public final class DocumentNews {

    private final DocumentStore store;

    DocumentNews(DocumentStore store) {
        this.store = store;
    }

    public void take(EntitySynced event) {
        String documentId = event.getDocumentId();
        if (documentId == null) {
            return;
        }
        switch (event.getOutcome()) {
            case CREATED, UPDATED -> store.drop(event.getBusinessId(), documentId);
            case RECORDED, UNCHANGED, SUPERSEDED, DROPPED, FAILED, PARKED, UNKNOWN -> {}
        }
    }
}
