package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What looking again at one entity or client, or at a pair, found. It says all there is to say of them.
 *
 * @param entityId null when it looked at a client that has no entity
 * @param clientId null when it looked at an entity that has no client
 */
public record Look(@Nullable String entityId, @Nullable String clientId, Instant at, List<Discrepancy> findings) {

    public Look {
        findings = List.copyOf(findings);
    }

    boolean covers(Discrepancy row) {
        boolean ofEntity = entityId != null && entityId.equals(row.entityId());
        boolean ofClient = clientId != null && clientId.equals(row.clientId());
        if (entityId == null || clientId == null) {
            return ofEntity || ofClient;
        }
        // A row about one of the two alone, as missing in XPM, is answered by seeing them together.
        return (ofEntity && ofClient) || (ofEntity && row.clientId() == null) || (ofClient && row.entityId() == null);
    }

    boolean found(Discrepancy row) {
        return findings.stream().anyMatch(finding -> Objects.equals(finding.id(), row.id()));
    }
}
