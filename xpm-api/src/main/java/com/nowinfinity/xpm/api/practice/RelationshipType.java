package com.nowinfinity.xpm.api.practice;

/** The types that XPM lets us write, as it spells them; its labels, not the portal's. */
public enum RelationshipType {
    DIRECTOR("Director"),
    SHAREHOLDER("Shareholder"),
    TRUSTEE("Trustee"),
    BENEFICIARY("Beneficiary"),
    PARTNER("Partner"),
    SETTLOR("Settlor"),
    ASSOCIATE("Associate"),
    SECRETARY("Secretary"),
    PUBLIC_OFFICER("Public Officer"),
    HUSBAND("Husband"),
    WIFE("Wife"),
    SPOUSE("Spouse"),
    PARENT_OF("Parent Of"),
    CHILD_OF("Child Of"),
    APPOINTER("Appointer"),
    MEMBER("Member"),
    AUDITOR("Auditor"),
    OWNER("Owner");

    private final String label;

    RelationshipType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean takesShares() {
        return this == SHAREHOLDER || this == OWNER;
    }

    public boolean takesPercentage() {
        return this == PARTNER;
    }
}
