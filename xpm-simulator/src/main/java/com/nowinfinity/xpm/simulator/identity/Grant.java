package com.nowinfinity.xpm.simulator.identity;

import java.time.Instant;
import java.util.Set;

/** What a user once allowed an app. */
public record Grant(
        String grantId,
        String userId,
        String clientId,
        Set<String> scopes,
        String authEventId,
        Instant at,
        boolean revoked) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    Grant asRevoked() {
        return new Grant(grantId, userId, clientId, scopes, authEventId, at, true);
    }
}
