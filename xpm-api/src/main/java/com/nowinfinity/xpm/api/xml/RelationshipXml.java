package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.RelationshipDraft;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a relationship, both as it stands in a client and as writes answer it. The latter is known from Xero's
 * withdrawn JSON description only, so both spellings of its type are read.
 */
public final class RelationshipXml {

    private RelationshipXml() {}

    public static ClientRelationship read(XmlElement relationship) {
        return new ClientRelationship(
                relationship.text("UUID"),
                type(relationship),
                ClientXml.reference(relationship.child("RelatedClient")),
                relationship.value("NumberOfShares", XmlValues::whole),
                relationship.value("Percentage", XmlValues::decimal),
                relationship.value("StartDate", XmlValues::date),
                relationship.value("EndDate", XmlValues::date));
    }

    /** What was sent, for answers that only say OK. */
    public static ClientRelationship asSent(RelationshipDraft draft) {
        Integer shares = draft.numberOfShares();
        return new ClientRelationship(
                null,
                draft.type().label(),
                new ClientReference(draft.relatedClientId(), null),
                shares == null ? null : shares.longValue(),
                draft.percentage(),
                draft.startDate(),
                draft.endDate());
    }

    private static String type(XmlElement relationship) {
        String plain = relationship.text("Type");
        XmlElement nested = relationship.child("RelationshipType");
        @Nullable String name = nested == null ? null : nested.text("Name");
        return plain != null ? plain : Objects.requireNonNullElse(name, "");
    }
}
