package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PostalAddress;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of XPM in the portal's terms. Roles of clients that the portal does not know are left out. */
public final class ClientAsEntity {

    private final LabelSet labels;
    private final Function<String, Optional<String>> entityOf;

    /** @param entityOf the entity that a client is linked to */
    public ClientAsEntity(LabelSet labels, Function<String, Optional<String>> entityOf) {
        this.labels = labels;
        this.entityOf = entityOf;
    }

    public Entity of(PracticeClient client) {
        EntityKind kind = kindOf(client, labels);
        LocalDate birth = client.person().dateOfBirth();
        return Entity.newBuilder()
                .setEntityId(entityOf.apply(client.id()).orElse(""))
                .setKind(kind)
                .setName(client.name())
                .setPersonTitle(client.person().title())
                .setPersonFirstName(client.person().firstName())
                .setPersonMiddleName(client.person().middleName())
                .setPersonLastName(client.person().lastName())
                .setPersonOtherName(client.person().otherName())
                .setPersonDateOfBirth(birth == null ? null : birth.toString())
                .setAcn(
                        kind == EntityKind.COMPANY
                                ? Numbers.digits(client.registration().companyNumber())
                                : null)
                .setAbn(Numbers.digits(client.registration().businessNumber()))
                .setTfnTail(client.registration().taxNumberTail())
                .setStatus(EntityStatus.ACTIVE)
                .setEmail(client.contact().email())
                .setPhone(client.contact().phone())
                .setFax(client.contact().fax())
                .setWebsite(client.contact().website())
                .setAddresses(addresses(client, kind))
                .setRelationships(relationships(client))
                .build();
    }

    /**
     * By its label. A client whose label says nothing is a person when it has the parts of a person's name, else a
     * company when it has the number of one, unless its name is that of a trust, which may carry its trustee's.
     */
    static EntityKind kindOf(PracticeClient client, LabelSet labels) {
        Set<EntityKind> kinds = labels.kindsOf(client.registration().businessStructure());
        boolean named = client.person().lastName() != null;
        Predicate<EntityKind> fits = kind -> ComparedField.isPerson(kind) == named;
        return kinds.stream()
                .filter(fits)
                .min(EntityKind::compareTo)
                .or(() -> kinds.stream().min(EntityKind::compareTo))
                .orElseGet(() -> {
                    if (named) {
                        return EntityKind.INDIVIDUAL;
                    }
                    return isCompany(client) ? EntityKind.COMPANY : EntityKind.UNKNOWN;
                });
    }

    private static boolean isCompany(PracticeClient client) {
        return Numbers.validAcn(client.registration().companyNumber()) != null
                && !Names.soundsLikeTrust(client.name())
                && !Names.soundsLikeEstate(client.name());
    }

    private static List<Address> addresses(PracticeClient client, EntityKind kind) {
        AddressUse physical = ComparedField.isPerson(kind) ? AddressUse.RESIDENTIAL : AddressUse.PRINCIPAL_PLACE;
        return Stream.of(
                        address(physical, client.physicalAddress()),
                        address(AddressUse.CONTACT, client.postalAddress()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Address address(AddressUse use, @Nullable PostalAddress address) {
        return address == null
                ? null
                : Address.newBuilder()
                        .setUse(use)
                        .setStreet(address.street())
                        .setCity(address.city())
                        .setState(address.region())
                        .setPostcode(address.postCode())
                        .setCountry(address.country())
                        .build();
    }

    private List<Relationship> relationships(PracticeClient client) {
        List<Relationship> relationships = new ArrayList<>();
        for (ClientRelationship row : client.relationships()) {
            Optional<RelationshipType> type = RelationshipTypes.read(row.type())
                    .filter(reading -> !reading.mirror())
                    .flatMap(reading -> RoleTypes.fromXpm(reading.type()));
            Optional<String> holder = row.related() == null
                    ? Optional.empty()
                    : entityOf.apply(row.related().id());
            if (type.isPresent() && holder.isPresent()) {
                relationships.add(Relationship.newBuilder()
                        .setType(type.get())
                        .setEntityId(holder.get())
                        .setStartDate(Objects.toString(row.startDate(), null))
                        .setEndDate(Objects.toString(row.endDate(), null))
                        .setShares(row.numberOfShares())
                        .setPercentage(
                                row.percentage() == null
                                        ? null
                                        : row.percentage().doubleValue())
                        .build());
            }
        }
        return relationships;
    }
}
