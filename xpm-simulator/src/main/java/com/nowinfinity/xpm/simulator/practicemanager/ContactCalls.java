package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.Answer;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contacts, which several clients may share; position and primacy are certain only for a named client. */
final class ContactCalls {

    private static final int MOST_LINKED_AT_ONCE = 10;

    private ContactCalls() {}

    static Outcome add(Organisation organisation, Call call) {
        XmlNode body = call.body("Contact");
        XmlNode owner = body.child("Client");
        Client client = ClientReads.known(organisation, owner == null ? null : owner.textOf("UUID"));
        Contact contact = ContactForm.merged(ContactForm.blank(call.ids().get()), body);
        List<ContactLink> links = new ArrayList<>(client.contacts());
        ContactLink link = ContactForm.link(contact.id(), body);
        ContactForm.join(links, link);
        return new Outcome(
                List.of(new Change.ContactPut(contact), new Change.ClientPut(client.withContacts(links, call.at()))),
                "contact added " + contact.id() + " to " + client.id(),
                () -> answer(call, contact, link));
    }

    static Outcome get(Organisation organisation, Call call) {
        Contact contact = known(organisation, call.id());
        return Outcome.read(
                "contact read " + contact.id(), () -> answer(call, contact, linkOf(organisation, call, contact)));
    }

    static Outcome update(Organisation organisation, Call call) {
        XmlNode body = call.body("Contact");
        Contact contact = ContactForm.merged(known(organisation, call.id()), body);
        List<Change> changes = new ArrayList<>(List.of(new Change.ContactPut(contact)));
        Client client = organisation.client(ClientReads.orEmpty(call.parameter("clientUuid")));
        if (client != null) {
            List<ContactLink> links = new ArrayList<>(client.contacts());
            ContactForm.join(links, ContactForm.link(contact.id(), body));
            changes.add(new Change.ClientPut(client.withContacts(links, call.at())));
        }
        return new Outcome(
                changes,
                "contact updated " + contact.id(),
                () -> answer(call, contact, linkOf(organisation, call, contact)));
    }

    /** With a client named it only leaves that client. */
    static Outcome delete(Organisation organisation, Call call) {
        Contact contact = known(organisation, call.id());
        ContactLink link = linkOf(organisation, call, contact);
        String clientId = call.parameter("clientUuid");
        List<Change> changes = new ArrayList<>();
        organisation
                .clientsOfContact(contact.id())
                .filter(client -> clientId == null || client.id().equals(clientId))
                .forEach(client -> changes.add(new Change.ClientPut(client.withContacts(
                        client.contacts().stream()
                                .filter(each -> !each.contactId().equals(contact.id()))
                                .toList(),
                        call.at()))));
        boolean gone = organisation.clientsOfContact(contact.id()).count() == changes.size();
        Contact after = gone ? deleted(contact) : contact;
        changes.add(new Change.ContactPut(after));
        return new Outcome(changes, "contact removed " + contact.id(), () -> answer(call, after, link));
    }

    /** Links contacts that exist to one more client. */
    static Outcome link(Organisation organisation, Call call) {
        Client client = ClientReads.known(organisation, call.id());
        XmlNode contacts = call.body("Client").child("Contacts");
        List<XmlNode> nodes =
                contacts == null ? List.of() : contacts.all("Contact").toList();
        if (nodes.isEmpty() || nodes.size() > MOST_LINKED_AT_ONCE) {
            throw new RefusedException("Between 1 and 10 contacts are expected");
        }
        List<ContactLink> links = new ArrayList<>(client.contacts());
        for (XmlNode node : nodes) {
            ContactForm.join(
                    links,
                    ContactForm.link(known(organisation, node.textOf("UUID")).id(), node));
        }
        return Outcome.changed(
                "contacts linked to " + client.id(),
                new Change.ClientPut(client.withContacts(links, call.at())),
                () -> ClientReads.one(organisation, call, client.id()));
    }

    static Contact known(Organisation organisation, @Nullable String id) {
        Contact contact = id == null ? null : organisation.contact(id);
        if (contact == null || contact.deleted()) {
            throw new RefusedException("Invalid contact identifier");
        }
        return contact;
    }

    private static ContactLink linkOf(Organisation organisation, Call call, Contact contact) {
        String clientId = call.parameter("clientUuid");
        return organisation
                .clientsOfContact(contact.id())
                .filter(client -> clientId == null || client.id().equals(clientId))
                .flatMap(client -> client.contacts().stream())
                .filter(link -> link.contactId().equals(contact.id()))
                .findFirst()
                .orElseGet(() -> new ContactLink(contact.id(), "", false));
    }

    private static Contact deleted(Contact contact) {
        return new Contact(
                contact.id(),
                contact.name(),
                contact.mobile(),
                contact.email(),
                contact.phone(),
                contact.salutation(),
                contact.addressee(),
                true);
    }

    private static Answer answer(Call call, Contact contact, ContactLink link) {
        return Envelope.ok(call.apiMethod(), xml -> ContactXml.write(xml, contact, link));
    }
}
