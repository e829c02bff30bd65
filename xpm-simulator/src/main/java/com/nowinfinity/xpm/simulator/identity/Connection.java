package com.nowinfinity.xpm.simulator.identity;

import java.time.Instant;

/** A user's organisation, connected to an app; consenting again renews it under the same id. */
public record Connection(
        String id,
        String userId,
        String clientId,
        Tenant tenant,
        String authEventId,
        Instant createdAt,
        Instant updatedAt) {}
