package com.nowinfinity.xpm.simulator.admin;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Organisation;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client as plain JSON, unmasked: what XPM holds, not what it shows. */
final class ClientJson {

    private ClientJson() {}

    static Map<String, @Nullable Object> of(Organisation organisation, Client client) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("clientId", client.id());
        json.put("name", client.name());
        json.put("archived", client.isArchived());
        json.put("deleted", client.isDeleted());
        json.put("modified", client.modified());
        json.put("byApi", client.byApi());
        Map<String, String> elements = new LinkedHashMap<>();
        client.elements().forEach((element, value) -> elements.put(element.wireName(), value));
        json.put("elements", elements);
        json.put(
                "contacts",
                client.contacts().stream()
                        .map(link -> organisation.contact(link.contactId()))
                        .filter(Objects::nonNull)
                        .toList());
        json.put(
                "groups",
                organisation.groupsOf(client.id()).stream().map(Group::name).toList());
        json.put(
                "relationships",
                organisation.relationshipsOf(client.id()).stream()
                        .map(relationship -> relationship(relationship, client.id()))
                        .toList());
        json.put("documents", organisation.documentsOf(client.id()));
        return json;
    }

    private static Map<String, @Nullable Object> relationship(Relationship relationship, String seenFrom) {
        boolean own = relationship.clientId().equals(seenFrom);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", relationship.id());
        json.put("type", own ? relationship.type().label() : relationship.type().mirror());
        json.put("relatedClientId", own ? relationship.relatedId() : relationship.clientId());
        json.put("shares", relationship.shares());
        json.put("percentage", relationship.percentage());
        json.put("start", relationship.start());
        json.put("end", relationship.end());
        return json;
    }

    /** All of them at one moment. */
    static List<Map<String, @Nullable Object>> all(Organisation organisation) {
        return organisation.exclusively(() -> organisation.clients().stream()
                .map(client -> of(organisation, client))
                .toList());
    }
}
