package com.nowinfinity.xpm.report.resolutions;

import com.nowinfinity.xpm.events.EntitySynced;
import org.jspecify.annotations.Nullable;

/** What an outcome is of, as a name that a document's field can have. */
final class Subject {

    private Subject() {}

    static String of(EntitySynced event) {
        return event.getEntityId().isEmpty() ? client(event.getClientId()) : entity(event.getEntityId());
    }

    static String entity(String entityId) {
        return "entity-" + escaped(entityId);
    }

    static String client(@Nullable String clientId) {
        return "client-" + escaped(clientId == null ? "" : clientId);
    }

    private static String escaped(String id) {
        return id.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }
}
