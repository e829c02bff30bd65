package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A party as the portal's registers hold it. */
final class PortalSide {

    private final Bonds bonds;

    PortalSide(Bonds bonds) {
        this.bonds = bonds;
    }

    PortalEntity entity(Party party) {
        Facts facts = Objects.requireNonNull(party.portal);
        return new PortalEntity(
                party.entityId,
                1,
                party.kind,
                party.trustKind,
                party.name,
                party.formerNames,
                person(party.person, facts),
                party.acn,
                party.abn,
                null,
                null,
                "ACTIVE",
                facts.email(),
                facts.phone(),
                null,
                facts.website(),
                addresses(party, facts),
                bonds.of(party).stream()
                        .filter(bond -> bond.inPortal && bond.holder.portal != null)
                        .flatMap(PortalSide::roles)
                        .toList());
    }

    private static PortalEntity.Person person(Party.@Nullable PersonName name, Facts facts) {
        return name == null
                ? PortalEntity.Person.NOBODY
                : new PortalEntity.Person(
                        facts.title(),
                        name.first(),
                        name.middle(),
                        name.last(),
                        null,
                        name.born().toString());
    }

    private static List<PortalEntity.Address> addresses(Party party, Facts facts) {
        List<PortalEntity.Address> addresses = new ArrayList<>();
        if (party.registeredOffice != null) {
            addresses.add(party.registeredOffice.as(AddressUse.REGISTERED_OFFICE));
        }
        if (facts.place() != null) {
            addresses.add(facts.place().as(party.placeUse()));
        }
        if (facts.contact() != null) {
            addresses.add(facts.contact().as(AddressUse.CONTACT));
        }
        return addresses;
    }

    /** One for each parcel of shares, else one. */
    private static Stream<PortalEntity.Role> roles(Bond bond) {
        if (bond.parcels.isEmpty()) {
            return Stream.of(role(bond, null));
        }
        return bond.parcels.stream().map(parcel -> role(bond, parcel));
    }

    private static PortalEntity.Role role(Bond bond, Bond.@Nullable Parcel parcel) {
        return new PortalEntity.Role(
                bond.type,
                bond.holder.entityId,
                bond.start.toString(),
                bond.portalEnd == null ? null : bond.portalEnd.toString(),
                parcel == null ? null : Long.valueOf(parcel.shares()),
                parcel == null ? null : parcel.shareClass(),
                false,
                true,
                bond.percentage == null ? null : Double.valueOf(bond.percentage));
    }
}
