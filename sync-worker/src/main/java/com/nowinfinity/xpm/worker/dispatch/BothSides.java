package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.worker.runs.Practice;
import java.util.HashMap;
import java.util.Map;

/** All that is known of a practice, matched. */
final class BothSides {

    private BothSides() {}

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
