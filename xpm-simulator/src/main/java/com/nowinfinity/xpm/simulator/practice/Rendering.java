package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns what is in the making into the two sides as each of them writes it. */
final class Rendering {

    /** Before any simulator started: nothing in a fresh practice was modified since. */
    private static final Instant ENTERED = Instant.parse("2026-01-05T09:00:00Z");

    private final Stage stage;
    private final Chance chance;
    private final Words words;
    private final List<Contact> contacts = new ArrayList<>();

    Rendering(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
        this.words = stage.cast.words();
    }

    Practice practice() {
        List<Party> parties = stage.cast.parties();
        List<StaffMember> staff = staff();
        List<Client> clients = clients(new XpmSide(chance, staff));
        PortalSide portal = new PortalSide(stage.bonds);
        Ties ties = new Ties(stage);
        Pairing pairing = new Pairing(parties);
        return new Practice(
                clients,
                List.copyOf(contacts),
                ties.relationships(),
                ties.groups(),
                staff,
                parties.stream().flatMap(portal::entities).toList(),
                parties.stream()
                        .flatMap(party -> party.portal.stream())
                        .filter(pairing::isPair)
                        .map(record -> new Practice.Pair(
                                record.entityId,
                                Objects.requireNonNull(pairing.of(record).client()).clientId))
                        .toList(),
                Reckoning.of(stage),
                List.copyOf(stage.traps),
                labels());
    }

    private List<Client> clients(XpmSide xpm) {
        List<Client> clients = new ArrayList<>();
        for (Party party : stage.cast.parties()) {
            for (XpmCopy copy : party.xpm) {
                clients.add(new Client(
                        copy.clientId,
                        1_000_001 + clients.size(),
                        xpm.elements(party, copy),
                        contactsOf(party),
                        ENTERED,
                        false));
            }
        }
        for (int i = 0; i < stage.scale.of(510); i++) {
            clients.add(formerClient(1_000_001 + clients.size()));
        }
        return List.copyOf(clients);
    }

    private static List<Practice.LabelRow> labels() {
        List<Practice.LabelRow> labels = new ArrayList<>();
        for (PortalKind kind : PortalKind.values()) {
            labels.add(new Practice.LabelRow(kind.name(), String.join(", ", kind.labels())));
        }
        for (TrustKind kind : TrustKind.values()) {
            if (kind.label() != null) {
                labels.add(new Practice.LabelRow(PortalKind.TRUST + "." + kind, kind.label()));
            }
        }
        return List.copyOf(labels);
    }

    private List<StaffMember> staff() {
        List<StaffMember> staff = new ArrayList<>();
        int count = Math.min(12, 3 + stage.cast.parties().size() / 150);
        for (int i = 0; i < count; i++) {
            String surname = words.surname();
            String name = words.givenNamesFor(surname).first() + " " + surname;
            staff.add(new StaffMember(chance.uuid(), name, words.email(name), words.phone(), "S" + (100 + i)));
        }
        return List.copyOf(staff);
    }

    /** The director to talk to; the next company of the same family often shares the contact. */
    private List<ContactLink> contactsOf(Party party) {
        if (party.kind() != PortalKind.COMPANY || !chance.percent(60)) {
            return List.of();
        }
        return stage.bonds.of(party).stream()
                .filter(bond -> bond.type == RoleType.DIRECTOR && !bond.holder.xpm.isEmpty())
                .findFirst()
                .map(bond -> contactNamed(bond.holder.identity.name(), party))
                .map(contact -> List.of(new ContactLink(contact.id(), "Director", true)))
                .orElseGet(List::of);
    }

    private Contact contactNamed(String name, Party party) {
        if (!contacts.isEmpty() && contacts.getLast().name().equals(name)) {
            stage.trap("shared-contact", party);
            return contacts.getLast();
        }
        Contact contact = new Contact(chance.uuid(), name, "", words.email(name), "", "", "", false);
        contacts.add(contact);
        return contact;
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
}
