package com.nowinfinity.xpm.simulator.practice;

/** What a record of the portal is, with the label that XPM has for it by default. */
public enum PortalKind {
    COMPANY("Company", "c"),
    TRUST("Trust", "t"),
    SUPER_FUND("Superannuation Fund", "f"),
    INDIVIDUAL("Individual", "p"),
    PARTNERSHIP("Partnership", "n"),
    SOLE_TRADER("Sole Trader", "s");

    private final String label;
    private final String idPrefix;

    PortalKind(String label, String idPrefix) {
        this.label = label;
        this.idPrefix = idPrefix;
    }

    /** The business structure in XPM. */
    public String label() {
        return label;
    }

    String idPrefix() {
        return idPrefix;
    }

    boolean isPerson() {
        return this == INDIVIDUAL || this == SOLE_TRADER;
    }
}
