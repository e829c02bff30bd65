package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.RelationshipType;
import org.jspecify.annotations.Nullable;

/** The portal's roles; some have no relationship type in XPM and stand on one side alone. */
public enum RoleType {
    DIRECTOR(RelationshipType.DIRECTOR),
    ALTERNATE_DIRECTOR(null),
    SECRETARY(RelationshipType.SECRETARY),
    PUBLIC_OFFICER(RelationshipType.PUBLIC_OFFICER),
    SHAREHOLDER(RelationshipType.SHAREHOLDER),
    TRUSTEE(RelationshipType.TRUSTEE),
    BENEFICIARY(RelationshipType.BENEFICIARY),
    UNIT_HOLDER(null),
    APPOINTOR(RelationshipType.APPOINTER),
    SETTLOR(RelationshipType.SETTLOR),
    PROTECTOR(null),
    MEMBER(RelationshipType.MEMBER),
    PARTNER(RelationshipType.PARTNER);

    private final @Nullable RelationshipType inXpm;

    RoleType(@Nullable RelationshipType inXpm) {
        this.inXpm = inXpm;
    }

    @Nullable
    RelationshipType inXpm() {
        return inXpm;
    }
}
