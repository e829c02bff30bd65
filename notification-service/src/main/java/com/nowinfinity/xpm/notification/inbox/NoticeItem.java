package com.nowinfinity.xpm.notification.inbox;

import com.nowinfinity.xpm.notification.notices.Notice;
import java.time.Instant;

/** A notice as one person sees it, in the list and in the stream. */
public record NoticeItem(
        String id, String businessId, String kind, String title, String text, String link, Instant at, boolean read) {

    public static NoticeItem of(Notice notice, boolean read) {
        return new NoticeItem(
                notice.id(),
                notice.businessId(),
                notice.kind(),
                notice.title(),
                notice.text(),
                notice.link(),
                notice.at(),
                read);
    }
}
