package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.ContactLink;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import javax.xml.stream.XMLStreamException;

/** The Contact element in the order of 3.1. */
final class ContactXml {

    private ContactXml() {}

    static void writeAll(XmlWriter xml, Organisation organisation, Client client) throws XMLStreamException {
        xml.element("Contacts", () -> {
            for (ContactLink link : client.contacts()) {
                Contact contact = organisation.contact(link.contactId());
                if (contact != null) {
                    write(xml, contact, link);
                }
            }
        });
    }

    static void write(XmlWriter xml, Contact contact, ContactLink link) throws XMLStreamException {
        xml.element(
                "Contact",
                () -> xml.text("UUID", contact.id())
                        .text("Name", contact.name())
                        .text("Mobile", contact.mobile())
                        .text("Email", contact.email())
                        .text("Phone", contact.phone())
                        .text("Salutation", contact.salutation())
                        .text("Addressee", contact.addressee())
                        .text("Position", link.position())
                        .yesNo("IsPrimary", link.primary())
                        .yesNo("IsDeleted", contact.deleted()));
    }
}
