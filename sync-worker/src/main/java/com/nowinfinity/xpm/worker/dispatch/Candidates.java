package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.matching.MatchKeys;
import com.nowinfinity.xpm.worker.mirror.Mirror;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The mirrored clients that an entity may be: a handful of a practice's thousands. Safe for many threads. */
final class Candidates {

    private final String businessId;
    private final Mirror mirror;
    /** Anybody may have written into the mirror before this opening, in it nobody but us. */
    private final Set<String> complete = ConcurrentHashMap.newKeySet();

    /** Organisations of which a client has been seen: of others there is nobody to look for. */
    private final Set<String> filled = ConcurrentHashMap.newKeySet();

    Candidates(String businessId, Mirror mirror) {
        this.businessId = businessId;
        this.mirror = mirror;
    }

    List<PracticeClient> of(Entity entity, String tenantId) {
        return areNone(tenantId) ? List.of() : mirror.having(businessId, tenantId, MatchKeys.of(entity));
    }

    /** Whether nobody is mirrored yet. */
    boolean areNone(String tenantId) {
        if (!complete.contains(tenantId)) {
            mirror.complete(businessId, tenantId);
            complete.add(tenantId);
        }
        if (filled.contains(tenantId)) {
            return false;
        }
        boolean none = mirror.isEmpty(businessId, tenantId);
        if (!none) {
            filled.add(tenantId);
        }
        return none;
    }
}
