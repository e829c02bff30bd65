package com.nowinfinity.xpm.simulator.practice;

import java.util.List;

/** What a record of the portal is, with the labels that this practice has for it in XPM, the first one its default. */
public enum PortalKind {
    COMPANY("c", "Company"),
    TRUST("t", "Trust", "Discretionary Trust"),
    SUPER_FUND("f", "Superannuation Fund", "SMSF"),
    INDIVIDUAL("p", "Individual"),
    PARTNERSHIP("n", "Partnership"),
    SOLE_TRADER("s", "Sole Trader"),
    OTHER("o", "Incorporated Association");

    private final String idPrefix;
    private final String label;
    private final String otherLabel;

    PortalKind(String idPrefix, String label) {
        this(idPrefix, label, label);
    }

    PortalKind(String idPrefix, String label, String otherLabel) {
        this.idPrefix = idPrefix;
        this.label = label;
        this.otherLabel = otherLabel;
    }

    /** The business structure in XPM. */
    public String label() {
        return label;
    }

    List<String> labels() {
        return label.equals(otherLabel) ? List.of(label) : List.of(label, otherLabel);
    }

    String idPrefix() {
        return idPrefix;
    }

    boolean isPerson() {
        return this == INDIVIDUAL || this == SOLE_TRADER;
    }

    /** Whether the one may be recorded as the other without being somebody else. */
    boolean isCompatibleWith(PortalKind other) {
        return this == other
                || (isPerson() && other.isPerson())
                || (this == TRUST && other == SUPER_FUND)
                || (this == SUPER_FUND && other == TRUST);
    }
}
