package com.nowinfinity.xpm.connector.pushes;

import com.nowinfinity.xpm.events.EntitySynced;

/** What an outcome is of, as a name that a document's field can have. */
final class Subject {

    private Subject() {}

    static String of(EntitySynced event) {
        return event.getDocumentId() == null ? entity(event.getEntityId()) : document(event.getDocumentId());
    }

    static String entity(String entityId) {
        return "entity-" + escaped(entityId);
    }

    static String document(String documentId) {
        return "document-" + escaped(documentId);
    }

    private static String escaped(String id) {
        return id.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }
}
