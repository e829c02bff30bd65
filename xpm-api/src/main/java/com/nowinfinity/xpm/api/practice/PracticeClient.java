package com.nowinfinity.xpm.api.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as XPM shows it. Texts are trimmed, blank ones null. Groups and relationships are there only in detailed
 * answers, and empty otherwise.
 *
 * @param name not unique, and blank only if XPM's answer has none
 * @param physicalAddress null when every part is blank
 */
public record PracticeClient(
        String id,
        String name,
        PersonDetails person,
        ContactDetails contact,
        @Nullable PostalAddress physicalAddress,
        @Nullable PostalAddress postalAddress,
        Registration registration,
        PracticeDetails practice,
        boolean prospect,
        boolean archived,
        boolean deleted,
        List<ClientContact> contacts,
        List<ClientGroup> groups,
        List<ClientRelationship> relationships) {

    public PracticeClient {
        contacts = List.copyOf(contacts);
        groups = List.copyOf(groups);
        relationships = List.copyOf(relationships);
    }

    /** The same with other relationships. */
    public PracticeClient withRelationships(List<ClientRelationship> rows) {
        return new PracticeClient(
                id,
                name,
                person,
                contact,
                physicalAddress,
                postalAddress,
                registration,
                practice,
                prospect,
                archived,
                deleted,
                contacts,
                groups,
                rows);
    }
}
