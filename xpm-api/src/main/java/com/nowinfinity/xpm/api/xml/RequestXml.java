package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.ClientDraft;
import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ClientPatch;
import com.nowinfinity.xpm.api.practice.ContactDraft;
import com.nowinfinity.xpm.api.practice.RelationshipChange;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The bodies that XPM is sent. */
public final class RequestXml {

    private final PersonDates personDates;

    public RequestXml(PersonDates personDates) {
        this.personDates = personDates;
    }

    public XmlBody addClient(ClientDraft draft) {
        return XmlWriting.document("Client", xml -> {
            elements(xml, draft.elements());
            if (!draft.contacts().isEmpty()) {
                xml.nested("Contacts", contacts -> {
                    for (ContactDraft contact : draft.contacts()) {
                        contacts.nested("Contact", inner -> contact(inner, contact));
                    }
                });
            }
        });
    }

    public XmlBody updateClient(String clientId, ClientPatch patch) {
        return XmlWriting.document("Client", xml -> elements(xml.element("UUID", clientId), patch));
    }

    public XmlBody addRelationship(RelationshipDraft draft) {
        return XmlWriting.document(
                "Relationship",
                xml -> xml.element("ClientUUID", draft.clientId())
                        .element("RelatedClientUUID", draft.relatedClientId())
                        .element("Type", draft.type().label())
                        .optional("NumberOfShares", draft.numberOfShares())
                        .optional("Percentage", draft.percentage())
                        .optional("StartDate", draft.startDate())
                        .optional("EndDate", draft.endDate()));
    }

    public XmlBody updateRelationship(String relationshipId, RelationshipChange change) {
        return XmlWriting.document("Relationship", xml -> {
            xml.element("UUID", relationshipId)
                    .optional("NumberOfShares", change.numberOfShares())
                    .optional("Percentage", change.percentage())
                    .optional("StartDate", change.startDate())
                    .optional("EndDate", change.endDate());
            if (change.reopens()) {
                xml.element("EndDate", "");
            }
        });
    }

    public XmlBody addGroup(String name, String clientId) {
        return XmlWriting.document(
                "Group",
                xml -> xml.element("Name", name).element("Taxable", "No").element("ClientUUID", clientId));
    }

    public XmlBody changeMembers(String groupId, List<String> added, List<String> removed) {
        return XmlWriting.document("Group", xml -> {
            xml.element("UUID", groupId);
            for (String id : added) {
                xml.mention("add", id);
            }
            for (String id : removed) {
                xml.mention("remove", id);
            }
        });
    }

    private void elements(XmlWriting xml, ClientPatch patch) throws XMLStreamException {
        for (Map.Entry<ClientElement, String> element : patch.elements().entrySet()) {
            String value = element.getValue();
            boolean date = element.getKey().isDate() && !value.isEmpty();
            xml.element(element.getKey().elementName(), date ? personDates.write(value) : value);
        }
    }

    private static void contact(XmlWriting xml, ContactDraft contact) throws XMLStreamException {
        xml.element("Name", contact.name())
                .optional("Mobile", contact.mobile())
                .optional("Email", contact.email())
                .optional("Phone", contact.phone())
                .optional("Position", contact.position())
                .element("IsPrimary", contact.primary() ? "Yes" : "No");
    }
}
