package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.normal.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who acts, or acted, for a trust or fund. Its trustee is not the trust (domain 3.3). */
public final class Trustees {

    private final List<String> entityIds;
    private final Peers peers;

    Trustees(Entity entity, Peers peers) {
        this.entityIds = idsOf(entity);
        this.peers = peers;
    }

    /** The trustees of a trust or fund, former ones too; nobody else has any. */
    public static List<String> idsOf(Entity entity) {
        return entity.getKind() != EntityKind.TRUST && entity.getKind() != EntityKind.SUPER_FUND
                ? List.of()
                : entity.getRelationships().stream()
                        .filter(role -> role.getType() == RelationshipType.TRUSTEE)
                        .map(Relationship::getEntityId)
                        .distinct()
                        .toList();
    }

    /** Their numbers. */
    public static Set<String> numbersOf(Entity entity, Peers peers) {
        return idsOf(entity).stream()
                .flatMap(trustee -> peers.numbersOf(trustee).stream())
                .collect(Collectors.toSet());
    }

    /** Whether what stands in a place for a number is one of theirs, and not also ours. */
    boolean haveNumber(String theirs, ComparedField field, @Nullable String ours) {
        return !theirs.equals(ours)
                && (field == ComparedField.ACN || field == ComparedField.ABN)
                && entityIds.stream()
                        .anyMatch(trustee -> peers.numbersOf(trustee).contains(theirs));
    }

    /** Whether the name in XPM gives a company as trustee that never was one: "X Pty Ltd ATF Y". */
    boolean areContradictedBy(ComparedField field, PracticeClient client) {
        if (field != ComparedField.NAME || entityIds.isEmpty()) {
            return false;
        }
        List<String> names = entityIds.stream().map(peers::nameOfEntity).toList();
        // Where the portal has not told who they are, nothing speaks against anybody.
        boolean known = entityIds.stream().noneMatch(names::contains);
        return known
                && Names.trustee(client.name())
                        .filter(Names::soundsLikeFirm)
                        .map(Names::firm)
                        .filter(named -> names.stream().map(Names::firm).noneMatch(named::equals))
                        .isPresent();
    }
}
