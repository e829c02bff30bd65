package com.nowinfinity.xpm.simulator.practice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody or something in the making: what is true of it, and what each side says. */
final class Party {

    final PortalKind kind;
    final String name;
    final String entityId;
    final String clientId;
    final @Nullable PersonName person;
    final @Nullable TrustKind trustKind;
    final @Nullable String acn;
    final @Nullable String abn;
    final @Nullable String tfn;
    final @Nullable Place registeredOffice;
    final List<String> formerNames;

    /** Null where the side does not have it. */
    @Nullable
    Facts portal;

    @Nullable
    Facts xpm;

    /** Set once something is planted on it, so that no two plantings blur each other. */
    boolean touched;

    record PersonName(String first, @Nullable String middle, String last, LocalDate born) {}

    /** What a party is, both sides agreeing. */
    record Identity(
            PortalKind kind,
            String name,
            @Nullable PersonName person,
            @Nullable TrustKind trustKind,
            @Nullable String acn,
            @Nullable String abn,
            @Nullable String tfn) {}

    Party(
            Identity identity,
            String entityId,
            String clientId,
            Facts facts,
            @Nullable Place registeredOffice,
            List<String> formerNames) {
        this.kind = identity.kind();
        this.name = identity.name();
        this.entityId = entityId;
        this.clientId = clientId;
        this.person = identity.person();
        this.trustKind = identity.trustKind();
        this.acn = identity.acn();
        this.abn = identity.abn();
        this.tfn = identity.tfn();
        this.portal = facts;
        this.xpm = facts;
        this.registeredOffice = registeredOffice;
        this.formerNames = formerNames;
    }

    boolean isPaired() {
        return portal != null && xpm != null;
    }

    AddressUse placeUse() {
        return kind == PortalKind.INDIVIDUAL ? AddressUse.RESIDENTIAL : AddressUse.PRINCIPAL_PLACE;
    }
}
