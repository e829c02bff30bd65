package com.nowinfinity.xpm.report.mirror;

import com.nowinfinity.xpm.access.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the mirror; no call to XPM. */
@RestController
class ClientsEndpoint {

    private final ClientMirror mirror;

    ClientsEndpoint(ClientMirror mirror) {
        this.mirror = mirror;
    }

    @GetMapping("/api/businesses/{businessId}/clients")
    Page<MirroredClient> clients(
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        List<MirroredClient> found = mirror.search(businessId, query, Page.after(cursor), size + 1);
        return Page.of(found, size, ClientMirror::place);
    }
}
