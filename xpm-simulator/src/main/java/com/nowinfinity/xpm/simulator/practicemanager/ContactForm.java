package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.wire.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads contacts out of requests. */
final class ContactForm {

    private ContactForm() {}

    /** The contacts inside a client that is being added; of several primary ones the last wins. */
    static List<ContactLink> readAll(XmlNode client, Supplier<String> ids, List<Change> changes) {
        XmlNode contacts = client.child("Contacts");
        if (contacts == null) {
            return List.of();
        }
        List<ContactLink> links = new ArrayList<>();
        for (XmlNode node : contacts.all("Contact").toList()) {
            Contact contact = merged(blank(ids.get()), node);
            changes.add(new Change.ContactPut(contact));
            join(links, link(contact.id(), node));
        }
        return List.copyOf(links);
    }

    /** Adds or replaces a link; a primary one takes the place of the primary one before. */
    static void join(List<ContactLink> links, ContactLink link) {
        links.removeIf(existing -> existing.contactId().equals(link.contactId()));
        if (link.primary()) {
            links.replaceAll(other -> new ContactLink(other.contactId(), other.position(), false));
        }
        links.add(link);
    }

    static ContactLink link(String contactId, XmlNode node) {
        return new ContactLink(
                contactId,
                node.textOrEmpty("Position"),
                node.textOrEmpty("IsPrimary").equalsIgnoreCase("Yes"));
    }

    static Contact blank(String id) {
        return new Contact(id, "", "", "", "", "", "", false);
    }

    /** Only what the request mentions moves; a name must remain. */
    static Contact merged(Contact before, XmlNode node) {
        Contact after = new Contact(
                before.id(),
                or(node, "Name", before.name()),
                or(node, "Mobile", before.mobile()),
                or(node, "Email", before.email()),
                or(node, "Phone", before.phone()),
                or(node, "Salutation", before.salutation()),
                or(node, "Addressee", before.addressee()),
                before.deleted());
        if (after.name().isEmpty()) {
            throw new RefusedException("Contact name is required");
        }
        return after;
    }

    private static String or(XmlNode node, String element, String before) {
        String text = node.textOf(element);
        return text == null ? before : text;
    }
}
