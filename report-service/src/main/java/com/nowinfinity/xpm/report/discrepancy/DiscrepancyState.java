package com.nowinfinity.xpm.report.discrepancy;

/** Where a discrepancy stands after a run. */
public enum DiscrepancyState {
    /** Found for the first time by the newest run that looked. */
    NEW,
    /** Found before, and again. */
    OPEN,
    /** Gone: a run that looked did not find it any more. */
    RESOLVED,
    /** A person said that it may stay. */
    ACCEPTED,
    /** Resolved once, and found again. */
    REOPENED
}
