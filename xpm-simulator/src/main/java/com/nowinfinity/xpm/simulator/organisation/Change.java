package com.nowinfinity.xpm.simulator.organisation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/** One effect on an organisation, as the state that follows; applying it twice changes nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Change.ClientPut.class, name = "client"),
    @JsonSubTypes.Type(value = Change.ContactPut.class, name = "contact"),
    @JsonSubTypes.Type(value = Change.RelationshipPut.class, name = "relationship"),
    @JsonSubTypes.Type(value = Change.RelationshipRemoved.class, name = "relationship-removed"),
    @JsonSubTypes.Type(value = Change.GroupPut.class, name = "group"),
    @JsonSubTypes.Type(value = Change.GroupRemoved.class, name = "group-removed"),
    @JsonSubTypes.Type(value = Change.DocumentPut.class, name = "document"),
    @JsonSubTypes.Type(value = Change.CustomFieldsPut.class, name = "custom-fields")
})
public sealed interface Change {

    record ClientPut(Client client) implements Change {}

    record ContactPut(Contact contact) implements Change {}

    record RelationshipPut(Relationship relationship) implements Change {}

    record RelationshipRemoved(String id) implements Change {}

    record GroupPut(Group group) implements Change {}

    record GroupRemoved(String id) implements Change {}

    record DocumentPut(StoredDocument document) implements Change {}

    /** @param values all that the client has from then on */
    record CustomFieldsPut(String clientId, Map<CustomField, String> values) implements Change {
        public CustomFieldsPut {
            values = Map.copyOf(values);
        }
    }
}
