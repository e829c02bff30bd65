package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.wire.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** The Relationship element as one of both parties shows it: its own label on one side, the mirror on the other. */
final class RelationshipXml {

    private RelationshipXml() {}

    /** The id of the other side, where both sides have one of their own. */
    static String mirrorId(Relationship relationship) {
        return UUID.nameUUIDFromBytes(("mirror/" + relationship.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** @param oneId whether the mirror shows the same id */
    static void write(
            XmlWriter xml,
            String root,
            Organisation organisation,
            Relationship relationship,
            String seenFrom,
            boolean oneId)
            throws XMLStreamException {
        boolean own = relationship.clientId().equals(seenFrom);
        String type = own ? relationship.type().label() : relationship.type().mirror();
        String related = own ? relationship.relatedId() : relationship.clientId();
        xml.element(root, () -> {
            xml.text("UUID", own || oneId ? relationship.id() : mirrorId(relationship))
                    .text("Type", type);
            ClientXml.reference(xml, "RelatedClient", related, ClientXml.clientName(organisation, related));
            xml.textIfSet("NumberOfShares", relationship.shares())
                    .textIfSet("Percentage", relationship.percentage())
                    .textIfSet("StartDate", relationship.start())
                    .textIfSet("EndDate", relationship.end());
        });
    }
}
