package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import javax.xml.stream.XMLStreamException;

/** The Relationship element as one of both parties shows it: its own label on one side, the mirror on the other. */
final class RelationshipXml {

    private RelationshipXml() {}

    static void write(XmlWriter xml, Organisation organisation, Relationship relationship, String seenFrom)
            throws XMLStreamException {
        boolean own = relationship.clientId().equals(seenFrom);
        String type = own ? relationship.type().label() : relationship.type().mirror();
        String related = own ? relationship.relatedId() : relationship.clientId();
        xml.element("Relationship", () -> {
            xml.text("UUID", relationship.id()).text("Type", type);
            ClientXml.reference(xml, "RelatedClient", related, ClientXml.clientName(organisation, related));
            xml.textIfSet("NumberOfShares", relationship.shares())
                    .textIfSet("Percentage", relationship.percentage())
                    .textIfSet("StartDate", relationship.start())
                    .textIfSet("EndDate", relationship.end());
        });
    }
}
