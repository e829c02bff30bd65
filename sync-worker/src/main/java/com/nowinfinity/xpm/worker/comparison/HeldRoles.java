package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.normal.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All roles of an entity that XPM can hold, as one form: equal forms want the same of XPM. */
public final class HeldRoles {

    private HeldRoles() {}

    /** Short however many there are. It changes with the roles, with who their holders are in XPM, and when one ends. */
    public static String form(Entity entity, Peers peers, LocalDate today) {
        String roles = entity.getRelationships().stream()
                .filter(role -> RoleTypes.inXpm(role.getType()).isPresent())
                .map(role -> form(role, peers, today))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Digest.of(roles);
    }

    /** The role that one of a client's rows is of, over all of its rows, as {@link Base} has it. */
    public static @Nullable String formIn(List<ClientRelationship> rows, ClientRelationship one, LocalDate today) {
        return TermComparison.form(
                rows.stream().filter(row -> isSameRole(row, one)).map(Term::of).toList(), today);
    }

    private static boolean isSameRole(ClientRelationship row, ClientRelationship one) {
        ClientReference related = row.related();
        ClientReference other = one.related();
        return related != null
                && other != null
                && related.id().equals(other.id())
                && RelationshipTypes.read(row.type()).equals(RelationshipTypes.read(one.type()));
    }

    private static String form(Relationship role, Peers peers, LocalDate today) {
        String clientId = peers.clientOf(role.getEntityId()).orElse("");
        return role + " " + clientId + " " + Term.of(role).isCurrent(today);
    }
}
