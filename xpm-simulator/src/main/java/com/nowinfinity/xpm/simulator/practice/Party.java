package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody or something in the making: what it is, and every copy of it on either side. */
final class Party {

    final Identity identity;
    final @Nullable Place registeredOffice;
    final List<PortalCopy> portal = new ArrayList<>();
    final List<XpmCopy> xpm = new ArrayList<>();

    /** Something is planted on it, or it is kept in step: no two plantings blur each other. */
    boolean touched;

    /** What makes it the same on both sides has to stay. */
    boolean pinned;

    /** It stands for a look-alike, and keeps the spelling it has. */
    boolean plain;

    Party(Identity identity, @Nullable Place registeredOffice) {
        this.identity = identity;
        this.registeredOffice = registeredOffice;
    }

    PortalKind kind() {
        return identity.kind();
    }

    PortalCopy portalCopy() {
        return portal.getFirst();
    }

    XpmCopy xpmCopy() {
        return xpm.getFirst();
    }

    /** Once on each side, as it should be. */
    boolean isPlainPair() {
        return portal.size() == 1 && xpm.size() == 1;
    }

    boolean isOnBothSides() {
        return !portal.isEmpty() && !xpm.isEmpty();
    }

    AddressUse placeUse() {
        return kind() == PortalKind.INDIVIDUAL ? AddressUse.RESIDENTIAL : AddressUse.PRINCIPAL_PLACE;
    }
}
