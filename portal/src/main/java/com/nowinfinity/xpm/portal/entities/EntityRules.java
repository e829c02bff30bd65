package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every entity must have, beyond being well-formed. */
public final class EntityRules {

    private EntityRules() {}

    /** The first rule that the entity breaks, for people; null when it breaks none. */
    public static @Nullable String broken(Entity entity) {
        if (entity.getEntityId().isBlank()) {
            return "entity.entityId: missing";
        }
        if (entity.getVersion() < 0) {
            return "entity.version: at least 0";
        }
        if (entity.getKind() == EntityKind.UNKNOWN) {
            return "entity.kind: missing";
        }
        if (entity.getName().isBlank()) {
            return "entity.name: missing";
        }
        return brokenLists(entity);
    }

    private static @Nullable String brokenLists(Entity entity) {
        List<AddressUse> uses =
                entity.getAddresses().stream().map(Address::getUse).toList();
        if (uses.contains(AddressUse.UNKNOWN)) {
            return "entity.addresses: each needs its use";
        }
        if (uses.stream().distinct().count() < uses.size()) {
            return "entity.addresses: at most one of each use";
        }
        return entity.getRelationships().stream().anyMatch(EntityRules::isPartial)
                ? "entity.relationships: each needs its type and entityId"
                : null;
    }

    private static boolean isPartial(Relationship role) {
        return role.getType() == RelationshipType.UNKNOWN || role.getEntityId().isBlank();
    }
}
