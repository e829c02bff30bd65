package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A party as the portal's registers hold it. */
final class PortalSide {

    private final Bonds bonds;

    PortalSide(Bonds bonds) {
        this.bonds = bonds;
    }

    Stream<PortalEntity> entities(Party party) {
        return party.portal.stream().map(record -> entity(party, record));
    }

    private PortalEntity entity(Party party, PortalCopy record) {
        Facts facts = record.facts;
        return new PortalEntity(
                record.entityId,
                1,
                party.kind(),
                party.identity.trustKind(),
                record.name,
                record.formerNames,
                person(record.person, facts),
                record.acn != null && record.acnMistyped ? Numbers.mistyped(record.acn) : record.acn,
                record.abn,
                null,
                null,
                record.status,
                facts.email(),
                facts.phone(),
                null,
                facts.website(),
                addresses(party, facts),
                party.portalCopy() == record ? roles(party) : List.of(),
                facts.fax());
    }

    private static PortalEntity.Person person(@Nullable PersonName name, Facts facts) {
        return name == null
                ? PortalEntity.Person.NOBODY
                : new PortalEntity.Person(
                        facts.title(),
                        name.first(),
                        name.middle(),
                        name.last(),
                        name.other(),
                        name.born() == null ? null : name.born().toString());
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

    private List<PortalEntity.Role> roles(Party party) {
        return bonds.of(party).stream().flatMap(PortalSide::roles).toList();
    }

    /** One for each parcel of shares, else one. */
    private static Stream<PortalEntity.Role> roles(Bond bond) {
        PortalCopy holder = bond.record;
        if (holder == null) {
            return Stream.empty();
        }
        return bond.parcels.isEmpty()
                ? Stream.of(role(bond, holder, null))
                : bond.parcels.stream().map(parcel -> role(bond, holder, parcel));
    }

    private static PortalEntity.Role role(Bond bond, PortalCopy holder, Bond.@Nullable Parcel parcel) {
        return new PortalEntity.Role(
                bond.type,
                holder.entityId,
                bond.start.toString(),
                bond.portalEnd == null ? null : bond.portalEnd.toString(),
                parcel == null ? null : Long.valueOf(parcel.shares()),
                parcel == null ? null : parcel.shareClass(),
                bond.joint,
                bond.beneficial,
                bond.percentage == null ? null : Double.valueOf(bond.percentage));
    }
}
