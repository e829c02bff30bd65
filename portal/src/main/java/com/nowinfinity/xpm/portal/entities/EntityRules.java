package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.Address;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.events.TaxNumberMarks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every entity must have, beyond being well-formed. */
public final class EntityRules {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@~-]{0,127}");

    private EntityRules() {}

    /** The first rule that the entity breaks, for people; null when it breaks none. */
    public static @Nullable String broken(Entity entity) {
        if (!isId(entity.getEntityId())) {
            return entity.getEntityId().isBlank() ? "entity.entityId: missing" : "entity.entityId: is no id";
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
        if (TaxNumberMarks.isMore(entity)) {
            return "entity.tfnTail, entity.tfnReference: a tax file number is in no event";
        }
        String lists = brokenLists(entity);
        return lists == null ? TextRules.broken(entity, "entity") : lists;
    }

    /** The same for what is told beside the entity. */
    public static @Nullable String broken(Lodgement lodgement) {
        return TextRules.broken(lodgement, "lodgement");
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
        if (entity.getRelationships().stream().anyMatch(EntityRules::isPartial)) {
            return "entity.relationships: each needs its type and entityId";
        }
        return entity.getRelationships().stream().allMatch(role -> isId(role.getEntityId()))
                ? null
                : "entity.relationships: an entityId is no id";
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static boolean isPartial(Relationship role) {
        return role.getType() == RelationshipType.UNKNOWN || role.getEntityId().isBlank();
    }
}
