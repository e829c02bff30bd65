package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.RelationshipType;

/** The portal's roles that XPM has a relationship type for. */
public enum RoleType {
    DIRECTOR(RelationshipType.DIRECTOR),
    SECRETARY(RelationshipType.SECRETARY),
    PUBLIC_OFFICER(RelationshipType.PUBLIC_OFFICER),
    SHAREHOLDER(RelationshipType.SHAREHOLDER),
    TRUSTEE(RelationshipType.TRUSTEE),
    BENEFICIARY(RelationshipType.BENEFICIARY),
    APPOINTOR(RelationshipType.APPOINTER),
    MEMBER(RelationshipType.MEMBER),
    PARTNER(RelationshipType.PARTNER);

    private final RelationshipType inXpm;

    RoleType(RelationshipType inXpm) {
        this.inXpm = inXpm;
    }

    RelationshipType inXpm() {
        return inXpm;
    }
}
