package com.nowinfinity.xpm.report.activity;

import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.report.activity.ActivityBook.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of an entity, or of the whole business, newest first. */
@RestController
class ActivityEndpoint {

    private final ActivityBook book;

    ActivityEndpoint(ActivityBook book) {
        this.book = book;
    }

    @GetMapping("/api/businesses/{businessId}/activity")
    Page<Activity> activity(
            @PathVariable String businessId,
            @RequestParam(required = false) @Nullable String entityId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Page.limit(limit);
        List<Entry> entries = book.newestFirst(businessId, entityId, Page.after(cursor), size + 1);
        Page<Entry> page = Page.of(entries, size, Entry::key);
        return new Page<>(page.items().stream().map(Entry::activity).toList(), page.next());
    }
}
