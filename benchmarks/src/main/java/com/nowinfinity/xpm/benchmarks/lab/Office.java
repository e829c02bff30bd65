package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.GroupMode;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.PushScope;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company of one business with many members, none of whom XPM has.
 *
 * @param people how many members
 */
public record Office(String businessId, int people) {

    private static final String COMPANY = "office";

    /** One change for each member, and last the company's. */
    public Stream<EntityChanged> entities(Instant at) {
        return Stream.concat(IntStream.range(0, people).mapToObj(this::person), Stream.of(company()))
                .map(entity -> EntityChanged.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setBusinessId(businessId)
                        .setOccurredAt(at)
                        .setCause(ChangeCause.CREATED)
                        .setEntity(entity)
                        .build());
    }

    /** The company with all its people. */
    public PushRequested pushed(Instant at) {
        return PushRequested.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setBusinessId(businessId)
                .setOccurredAt(at)
                .setPushId(UUID.randomUUID().toString())
                .setEntityId(COMPANY)
                .setScope(PushScope.ALL)
                .setGroupMode(GroupMode.NONE)
                .setRequestedBy("benchmark")
                .build();
    }

    private Entity person(int number) {
        return base(EntityKind.INDIVIDUAL, id(number), "Memory " + surname(number))
                .setPersonFirstName("Memory")
                .setPersonLastName(surname(number))
                .setEmail("member" + number + "@office.example")
                .build();
    }

    private Entity company() {
        List<Relationship> members = IntStream.range(0, people)
                .mapToObj(number -> Relationship.newBuilder()
                        .setType(RelationshipType.SHAREHOLDER)
                        .setEntityId(id(number))
                        .setShares(1L)
                        .setShareClass("ORD")
                        .build())
                .toList();
        return base(EntityKind.COMPANY, COMPANY, "Office of " + businessId + " Pty Ltd")
                .setRelationships(members)
                .build();
    }

    private static Entity.Builder base(EntityKind kind, String id, String name) {
        return Entity.newBuilder()
                .setEntityId(id)
                .setVersion(1)
                .setKind(kind)
                .setName(name)
                .setStatus(EntityStatus.ACTIVE)
                .setAddresses(List.of())
                .setRelationships(List.of());
    }

    private static String id(int number) {
        return "member-" + number;
    }

    /** Names have no digits. */
    private static String surname(int number) {
        return "Number" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }
}
