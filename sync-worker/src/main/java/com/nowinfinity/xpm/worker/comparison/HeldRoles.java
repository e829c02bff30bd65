package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.normal.Digest;
import java.time.LocalDate;
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

    /** One of them, by its path, as {@link Base} has it; null where there is none. */
    public static @Nullable String formOf(Entity entity, String path, LocalDate today) {
        return TermComparison.form(
                entity.getRelationships().stream()
                        .filter(role -> path.equals(role.getType() + ":" + role.getEntityId()))
                        .map(Term::of)
                        .toList(),
                today);
    }

    private static String form(Relationship role, Peers peers, LocalDate today) {
        String clientId = peers.clientOf(role.getEntityId()).orElse("");
        return role + " " + clientId + " " + Term.of(role).isCurrent(today);
    }
}
