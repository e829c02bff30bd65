package com.nowinfinity.xpm.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that a user has opened to our app.
 *
 * @param id of the connection, which deletes it; not the tenant's
 * @param tenantName Xero leaves it out for some practices
 */
public record XeroConnection(
        String id,
        @Nullable String authEventId,
        String tenantId,
        String tenantType,
        @Nullable String tenantName,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** True for XPM; other types are accounting organisations, Xero HQ and WorkflowMax. */
    public boolean isPracticeManager() {
        return tenantType.equals("PRACTICEMANAGER");
    }
}
