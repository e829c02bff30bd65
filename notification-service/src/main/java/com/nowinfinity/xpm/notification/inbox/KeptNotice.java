package com.nowinfinity.xpm.notification.inbox;

import com.nowinfinity.xpm.notification.notices.Notice;

/**
 * A notice in its place.
 *
 * @param number notices of a business have the numbers 1, 2, 3, without a gap, in the order in which they were kept
 */
public record KeptNotice(long number, Notice notice) {

    /** Whether it is meant for this person. */
    public boolean isFor(String sub) {
        return notice.recipient() == null || sub.equals(notice.recipient());
    }
}
