package com.nowinfinity.xpm.report.discrepancy;

import java.util.Set;

/**
 * What a run looked at. A discrepancy that it did not find is resolved only where it looked: a run over companies says
 * nothing about trusts.
 *
 * @param everything true when the run was not restricted to kinds, so that what it did not mention is gone
 * @param entityIds entities that it compared
 * @param clientIds clients that it compared
 */
public record Coverage(boolean everything, Set<String> entityIds, Set<String> clientIds) {

    public Coverage {
        entityIds = Set.copyOf(entityIds);
        clientIds = Set.copyOf(clientIds);
    }

    boolean covers(Discrepancy discrepancy) {
        String entityId = discrepancy.entityId();
        String clientId = discrepancy.clientId();
        return everything
                || (entityId != null && entityIds.contains(entityId))
                || (clientId != null && clientIds.contains(clientId));
    }
}
