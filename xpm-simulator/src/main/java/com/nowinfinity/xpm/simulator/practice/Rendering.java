package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns what is in the making into the two sides as each of them writes it. */
final class Rendering {

    /** Before any simulator started: nothing in a fresh practice was modified since. */
    private static final Instant ENTERED = Instant.parse("2026-01-05T09:00:00Z");

    private final Chance chance;
    private final Words words;
    private final List<Party> parties;
    private final Bonds bonds;
    private final List<Family> families;
    private final int archived;
    private final List<Contact> contacts = new ArrayList<>();

    Rendering(Chance chance, Words words, List<Party> parties, Bonds bonds, List<Family> families, int archived) {
        this.chance = chance;
        this.words = words;
        this.parties = parties;
        this.bonds = bonds;
        this.families = families;
        this.archived = archived;
    }

    Practice of(List<Planter.Mark> marks) {
        List<StaffMember> staff = staff();
        XpmSide xpm = new XpmSide(chance, staff);
        List<Client> clients = new ArrayList<>();
        for (Party party : parties) {
            if (party.xpm != null) {
                clients.add(new Client(
                        party.clientId,
                        1_000_001 + clients.size(),
                        xpm.elements(party, party.xpm),
                        contactsOf(party),
                        ENTERED,
                        false));
            }
        }
        for (int i = 0; i < archived; i++) {
            clients.add(formerClient(1_000_001 + clients.size()));
        }
        PortalSide portal = new PortalSide(bonds);
        return new Practice(
                List.copyOf(clients),
                List.copyOf(contacts),
                relationships(),
                groups(),
                staff,
                parties.stream()
                        .filter(party -> party.portal != null)
                        .map(portal::entity)
                        .toList(),
                parties.stream()
                        .filter(Party::isPaired)
                        .map(party -> new Practice.Pair(party.entityId, party.clientId))
                        .toList(),
                marks.stream().map(Rendering::planted).toList());
    }

    private static Planted planted(Planter.Mark mark) {
        return new Planted(
                mark.kind(),
                mark.entity() == null ? null : mark.entity().entityId,
                mark.client() == null ? null : mark.client().clientId,
                mark.field());
    }

    private List<StaffMember> staff() {
        List<StaffMember> staff = new ArrayList<>();
        int count = Math.min(12, 3 + parties.size() / 150);
        for (int i = 0; i < count; i++) {
            String surname = words.surname();
            String name = words.givenNamesFor(surname).first() + " " + surname;
            staff.add(new StaffMember(chance.uuid(), name, words.email(name), words.phone(), "S" + (100 + i)));
        }
        return List.copyOf(staff);
    }

    private List<ContactLink> contactsOf(Party party) {
        if (party.kind != PortalKind.COMPANY || !chance.percent(60)) {
            return List.of();
        }
        return bonds.of(party).stream()
                .filter(bond -> bond.type == RoleType.DIRECTOR && bond.holder.xpm != null)
                .findFirst()
                .map(bond -> {
                    String email = words.email(bond.holder.name);
                    Contact contact = new Contact(chance.uuid(), bond.holder.name, "", email, "", "", "", false);
                    contacts.add(contact);
                    return List.of(new ContactLink(contact.id(), "Director", true));
                })
                .orElseGet(List::of);
    }

    private Client formerClient(int number) {
        String surname = words.surname();
        String first = words.givenNamesFor(surname).first();
        return new Client(
                chance.uuid(),
                number,
                Map.of(
                        ClientElement.NAME,
                        first + " " + surname,
                        ClientElement.FIRST_NAME,
                        first,
                        ClientElement.LAST_NAME,
                        surname,
                        ClientElement.BUSINESS_STRUCTURE,
                        PortalKind.INDIVIDUAL.label(),
                        ClientElement.IS_ARCHIVED,
                        "Yes"),
                List.of(),
                ENTERED,
                false);
    }

    private List<Relationship> relationships() {
        return bonds.all().stream()
                .filter(bond -> bond.inXpm && bond.owner.xpm != null && bond.holder.xpm != null)
                .map(bond -> new Relationship(
                        chance.uuid(),
                        bond.owner.clientId,
                        bond.type.inXpm(),
                        bond.holder.clientId,
                        bond.parcels.isEmpty()
                                ? null
                                : Integer.valueOf(bond.parcels.stream()
                                        .mapToInt(Bond.Parcel::shares)
                                        .sum()),
                        bond.percentage == null ? null : BigDecimal.valueOf(bond.percentage),
                        bond.start,
                        bond.xpmEnd,
                        false))
                .toList();
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Family family : families) {
            List<String> members = new ArrayList<>();
            family.people().forEach(person -> members.add(person.clientId));
            family.holdings().forEach(holding -> members.add(holding.clientId));
            groups.add(new Group(chance.uuid(), family.surname() + " Group", false, members, false));
        }
        return List.copyOf(groups);
    }
}
