package com.nowinfinity.xpm.report.mirror;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.report.entities.EntityBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the mirror; no call to XPM. */
@RestController
class ClientsEndpoint {

    private final ClientMirror mirror;

    private final EntityBook entities;

    ClientsEndpoint(ClientMirror mirror, EntityBook entities) {
        this.mirror = mirror;
        this.entities = entities;
    }

    @GetMapping("/api/businesses/{businessId}/clients")
    Page<MirroredClient> clients(
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        List<MirroredClient> found = mirror.search(businessId, query, Page.after(cursor), size + 1);
        return Page.of(linked(businessId, found), size, ClientMirror::place);
    }

    /** A link is told of the entity; what the import said of the client may be older. */
    private List<MirroredClient> linked(String businessId, List<MirroredClient> clients) {
        Map<String, @Nullable String> links = entities.links(businessId);
        Map<String, String> entityOf = new TreeMap<>();
        new TreeMap<>(links).forEach((entityId, clientId) -> {
            if (clientId != null) {
                entityOf.putIfAbsent(clientId, entityId);
            }
        });
        return clients.stream()
                .map(client -> {
                    String imported = client.entityId();
                    String told = entityOf.get(client.clientId());
                    boolean holds = imported != null && !links.containsKey(imported);
                    return client.linkedTo(told == null && holds ? imported : told);
                })
                .toList();
    }
}
