package com.nowinfinity.xpm.report.mirror;

import com.nowinfinity.xpm.access.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The groups that a push can go into; no call to XPM. */
@RestController
class GroupsEndpoint {

    private final ClientMirror mirror;

    GroupsEndpoint(ClientMirror mirror) {
        this.mirror = mirror;
    }

    /** @param query part of the name, in any case */
    @GetMapping("/api/businesses/{businessId}/groups")
    Page<MirroredGroup> groups(
            @PathVariable String businessId,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        String after = Page.after(cursor);
        List<MirroredGroup> found = mirror.groups(businessId).stream()
                .filter(group -> group.isCalled(query))
                .filter(group -> after == null || group.place().compareTo(after) > 0)
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, MirroredGroup::place);
    }
}
