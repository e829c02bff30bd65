package com.nowinfinity.xpm.worker;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.StructureLabels;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Sending;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our side of the samples: each as bare as its kind allows. */
public final class Entities {

    static {
        // Avro builds only what it was told to trust, and the topics tell it.
        Objects.requireNonNull(Topics.ENTITY_CHANGED);
    }

    /** The labels that a business begins with. */
    public static final LabelSet LABELS = labels(
            "COMPANY=Company",
            "TRUST=Trust",
            "SUPER_FUND=Superannuation Fund",
            "INDIVIDUAL=Individual",
            "PARTNERSHIP=Partnership",
            "SOLE_TRADER=Sole Trader");

    private Entities() {}

    /** @param structures each as {@code COMPANY=Company, Pty Ltd} */
    public static LabelSet labels(String... structures) {
        return LabelSet.of(Stream.of(structures)
                .map(structure -> structure.split("=", 2))
                .map(parts -> StructureLabels.newBuilder()
                        .setStructure(parts[0])
                        .setLabels(parts[1])
                        .build())
                .toList());
    }

    public static Entity.Builder entity(EntityKind kind, String id, String name) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setVersion(1)
                .setKind(kind)
                .setName(name)
                .setStatus(EntityStatus.ACTIVE);
    }

    public static Entity.Builder company(String id, String name) {
        return entity(EntityKind.COMPANY, id, name);
    }

    public static Entity.Builder person(String id, String firstName, String lastName) {
        return entity(EntityKind.INDIVIDUAL, id, firstName + " " + lastName)
                .setPersonFirstName(firstName)
                .setPersonLastName(lastName);
    }

    /** What is known of an entity once its newest state has been looked at. */
    public static Intent intent(Entity.Builder entity) {
        return intent(entity, null);
    }

    /** @param held a newer state that no lodgement lets count yet */
    public static Intent intent(Entity.Builder entity, @Nullable Entity held) {
        Entity known = entity.build();
        return new Intent(
                "business",
                known.getEntityId(),
                1,
                Map.of(),
                Map.of(),
                known,
                held,
                Map.of(),
                null,
                0,
                Set.of(),
                Base.NONE,
                Map.of(),
                Set.of(),
                List.of(),
                new Sending.Clear(),
                null,
                List.of(),
                List.of());
    }

    public static Relationship.Builder role(RelationshipType type, String holder) {
        return Relationship.newBuilder().setType(type).setEntityId(holder);
    }

    public static Relationship role(
            RelationshipType type, String holder, @Nullable String startDate, @Nullable String endDate) {
        return role(type, holder).setStartDate(startDate).setEndDate(endDate).build();
    }

    public static Relationship shares(String holder, long shares) {
        return role(RelationshipType.SHAREHOLDER, holder).setShares(shares).build();
    }

    public static List<Address> address(AddressUse use, String street, String city, String state, String postcode) {
        return List.of(Address.newBuilder()
                .setUse(use)
                .setStreet(street)
                .setCity(city)
                .setState(state)
                .setPostcode(postcode)
                .build());
    }
}
