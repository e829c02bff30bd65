package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Change;
import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.Contact;
import com.nowinfinity.xpm.simulator.organisation.Group;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import com.nowinfinity.xpm.simulator.organisation.StaffMember;
import java.util.List;
import java.util.stream.Stream;

/** A practice as it stands in XPM, the portal's entities beside it, and what was planted between them. */
public record Practice(
        List<Client> clients,
        List<Contact> contacts,
        List<Relationship> relationships,
        List<Group> groups,
        List<StaffMember> staff,
        List<PortalEntity> entities,
        List<Pair> pairs,
        List<Planted> planted,
        List<Trap> traps,
        List<LabelRow> labels) {

    /** What this practice calls a structure in XPM, as the portal's page of labels has it. */
    public record LabelRow(String structure, String labels) {}

    /** An entity and the client that is the same. */
    public record Pair(String entityId, String clientId) {}

    /** XPM's side, ready to be put into an organisation. */
    public Stream<Change> changes() {
        return Stream.of(
                        contacts.stream().map(Change.ContactPut::new),
                        clients.stream().map(Change.ClientPut::new),
                        relationships.stream().map(Change.RelationshipPut::new),
                        groups.stream().map(Change.GroupPut::new))
                .flatMap(changes -> changes);
    }
}
