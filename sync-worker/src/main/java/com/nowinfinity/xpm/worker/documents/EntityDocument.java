package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.DocumentCreated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document of an entity, and how far it has got on its way to XPM.
 *
 * @param recorded whether the outcome RECORDED of its event is out
 * @param attemptedAt when sending began that has not been seen to end
 * @param sent where it was sent; null while it was not
 */
public record EntityDocument(
        DocumentCreated told,
        boolean recorded,
        @Nullable Instant attemptedAt,
        @Nullable Sent sent) {

    /** @param pushEventId the event of the push that sent it */
    public record Sent(String tenantId, String clientId, String pushEventId) {}

    public String documentId() {
        return told.getDocumentId();
    }

    /** Only what all have signed goes to XPM, and only once. */
    public boolean waitsFor(String tenantId) {
        return told.getExecuted() && sentTo(tenantId).isEmpty();
    }

    public Optional<Sent> sentTo(String tenantId) {
        return Optional.ofNullable(sent).filter(there -> there.tenantId().equals(tenantId));
    }
}
