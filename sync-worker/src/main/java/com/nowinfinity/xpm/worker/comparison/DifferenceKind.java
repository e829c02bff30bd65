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

    /** Whether it says that a role of ours stands otherwise in XPM, or not at all. */
    boolean isOfOurRole() {
        return switch (this) {
            case ROLE_MISSING_IN_XPM, ROLE_CEASED, ROLE_DATES_DIFFER, SHARES_DIFFER -> true;
            case ROLE_MISSING_IN_NOWINFINITY,
                    MISSING_IN_XPM,
                    MISSING_IN_NOWINFINITY,
                    ARCHIVED_IN_XPM,
                    DUPLICATE_IN_XPM,
                    PROSPECT_IN_XPM,
                    AMBIGUOUS_MATCH,
                    LINK_CONTRADICTED,
                    RECORDED_DIFFERENTLY,
                    FIELD_DIFFERS,
                    ASIC_CHANGE_DUE,
                    NUMBER_INVALID,
                    NUMBER_MISSING,
                    TRUSTEE_NUMBER_ON_TRUST,
                    LABEL_UNKNOWN,
                    STRUCTURE_DIFFERS,
                    STATE_DIFFERS,
                    ANOTHER_APP_CHANGES -> false;
        };
    }

    /** The stable code, as {@code missing-in-xpm}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
