package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.RelationshipType;
import java.util.Arrays;
import java.util.Optional;

/** Our roles in XPM's words. */
public final class RoleTypes {

    private RoleTypes() {}

    /** XPM's type; empty where XPM has none. Nothing is mapped to something that is merely near. */
    public static Optional<com.nowinfinity.xpm.api.practice.RelationshipType> inXpm(RelationshipType type) {
        return Optional.ofNullable(
                switch (type) {
                    case DIRECTOR -> com.nowinfinity.xpm.api.practice.RelationshipType.DIRECTOR;
                    case SECRETARY -> com.nowinfinity.xpm.api.practice.RelationshipType.SECRETARY;
                    case PUBLIC_OFFICER -> com.nowinfinity.xpm.api.practice.RelationshipType.PUBLIC_OFFICER;
                    case SHAREHOLDER -> com.nowinfinity.xpm.api.practice.RelationshipType.SHAREHOLDER;
                    case TRUSTEE -> com.nowinfinity.xpm.api.practice.RelationshipType.TRUSTEE;
                    case BENEFICIARY -> com.nowinfinity.xpm.api.practice.RelationshipType.BENEFICIARY;
                    case APPOINTOR -> com.nowinfinity.xpm.api.practice.RelationshipType.APPOINTER;
                    case SETTLOR -> com.nowinfinity.xpm.api.practice.RelationshipType.SETTLOR;
                    case MEMBER -> com.nowinfinity.xpm.api.practice.RelationshipType.MEMBER;
                    case PARTNER -> com.nowinfinity.xpm.api.practice.RelationshipType.PARTNER;
                    case OWNER -> com.nowinfinity.xpm.api.practice.RelationshipType.OWNER;
                    case AUDITOR -> com.nowinfinity.xpm.api.practice.RelationshipType.AUDITOR;
                    case ALTERNATE_DIRECTOR, UNIT_HOLDER, PROTECTOR, UNKNOWN -> null;
                });
    }

    /** Our role for one of XPM's types; empty for family and associates, of whom the portal has no say. */
    public static Optional<RelationshipType> fromXpm(com.nowinfinity.xpm.api.practice.RelationshipType type) {
        return Arrays.stream(RelationshipType.values())
                .filter(known -> inXpm(known).filter(type::equals).isPresent())
                .findFirst();
    }
}
