package com.nowinfinity.xpm.report.discrepancy;

/** What a person can ask for one discrepancy. */
public enum DiscrepancyAction {
    PUSH,
    TAKE,
    LINK,
    UNLINK,
    ACCEPT,
    CHECK_AGAIN,
    CHANGE_REQUEST
}
