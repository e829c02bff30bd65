package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.runs.Practice;
import java.util.HashMap;
import java.util.Map;

/** All that is known of a practice, matched. */
final class BothSides {

    private BothSides() {}

    /** How many records {@link #read} brings into memory. */
    static int size(Business business, String tenantId) {
        return business.stores().mirror().count(business.id(), tenantId)
                + business.stores().intents().count(business.id());
    }

    static Practice read(Business business, String tenantId) {
        Map<String, PracticeClient> clients = new HashMap<>();
        business.stores().mirror().forEach(business.id(), tenantId, client -> clients.put(client.id(), client));
        return new Practice(
                sink -> business.stores().intents().forEach(business.id(), sink),
                clients,
                tenantId,
                business.connection().labels(),
                business.today());
    }
}
