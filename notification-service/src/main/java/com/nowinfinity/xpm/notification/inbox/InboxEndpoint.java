package com.nowinfinity.xpm.notification.inbox;

import com.nowinfinity.xpm.access.Caller;
import com.nowinfinity.xpm.access.Page;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.notification.notices.Notice;
import com.nowinfinity.xpm.notification.people.AddressBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's notices of all of the caller's businesses. */
@RestController
@RequestMapping("/api/notifications")
class InboxEndpoint {

    private final NoticeBook notices;
    private final ReadMarks marks;
    private final AddressBook addresses;

    InboxEndpoint(NoticeBook notices, ReadMarks marks, AddressBook addresses) {
        this.notices = notices;
        this.marks = marks;
        this.addresses = addresses;
    }

    @GetMapping
    Page<NoticeItem> notifications(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        addresses.learn(caller);
        int size = Page.limit(limit);
        List<KeptNotice> found =
                notices.newestFirst(caller.businessIds(), caller.sub(), after(cursor, caller), size + 1);
        Page<KeptNotice> page = Page.of(found, size, kept -> kept.notice().id());
        List<Notice> shown = page.items().stream().map(KeptNotice::notice).toList();
        Set<String> read = marks.read(shown, caller.sub());
        return new Page<>(
                shown.stream()
                        .map(notice -> NoticeItem.of(notice, read.contains(notice.id())))
                        .toList(),
                page.next());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, Caller caller) {
        Notice notice = find(id, caller)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "notification-not-found", "Not Found", "There is no such notification."));
        marks.mark(notice, caller.sub());
    }

    private @Nullable Notice after(@Nullable String cursor, Caller caller) {
        String id = Page.after(cursor);
        return id == null
                ? null
                : find(id, caller)
                        .orElseThrow(() -> new ProblemException(
                                HttpStatus.BAD_REQUEST,
                                "invalid-cursor",
                                "Invalid request",
                                "cursor: not one of ours"));
    }

    /** What is not meant for the caller is not there. */
    private Optional<Notice> find(String id, Caller caller) {
        return notices.find(id)
                .filter(kept -> caller.businessIds().contains(kept.notice().businessId()))
                .filter(kept -> kept.isFor(caller.sub()))
                .map(KeptNotice::notice);
    }
}
