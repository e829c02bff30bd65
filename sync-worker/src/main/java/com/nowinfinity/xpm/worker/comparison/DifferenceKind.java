package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.Severity;
import java.util.Locale;

/** The kinds of discrepancy, with the stable codes of the contract and how much each matters. */
public enum DifferenceKind {
    MISSING_IN_XPM(Severity.MEDIUM),
    MISSING_IN_NOWINFINITY(Severity.MEDIUM),
    ARCHIVED_IN_XPM(Severity.MEDIUM),
    DUPLICATE_IN_XPM(Severity.HIGH),
    PROSPECT_IN_XPM(Severity.LOW),
    AMBIGUOUS_MATCH(Severity.HIGH),
    LINK_CONTRADICTED(Severity.HIGH),
    RECORDED_DIFFERENTLY(Severity.MEDIUM),
    FIELD_DIFFERS(Severity.MEDIUM),
    ASIC_CHANGE_DUE(Severity.HIGH),
    NUMBER_INVALID(Severity.HIGH),
    NUMBER_MISSING(Severity.MEDIUM),
    TRUSTEE_NUMBER_ON_TRUST(Severity.HIGH),
    LABEL_UNKNOWN(Severity.LOW),
    STRUCTURE_DIFFERS(Severity.MEDIUM),
    STATE_DIFFERS(Severity.HIGH),
    ROLE_MISSING_IN_XPM(Severity.MEDIUM),
    ROLE_MISSING_IN_NOWINFINITY(Severity.MEDIUM),
    ROLE_CEASED(Severity.HIGH),
    ROLE_DATES_DIFFER(Severity.LOW),
    SHARES_DIFFER(Severity.MEDIUM),
    ANOTHER_APP_CHANGES(Severity.HIGH);

    private final Severity severity;

    DifferenceKind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The stable code, as {@code missing-in-xpm}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
