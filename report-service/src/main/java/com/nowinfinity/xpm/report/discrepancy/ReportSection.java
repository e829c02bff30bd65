package com.nowinfinity.xpm.report.discrepancy;

/** The parts of a report, in the order in which an accountant reads them. */
public enum ReportSection {
    LINKS_AND_NUMBERS("Links and numbers"),
    FOR_ASIC("To be told to ASIC"),
    STATE("State in the register"),
    MISSING_IN_XPM("Missing in XPM"),
    MISSING_IN_NOWINFINITY("Missing in NowInfinity"),
    ROLES_AND_SHARES("Roles and shares"),
    NAMES_AND_STRUCTURE("Names and structure"),
    ADDRESSES("Addresses"),
    CONTACTS("Contacts"),
    OTHER("Other");

    private final String title;

    ReportSection(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
