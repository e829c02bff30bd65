package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.portal.entities.EntityRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the form for a change offers, which depends on what kind of entity changes.
 *
 * @param held the terms of offices that can end
 * @param parcels the shares that can be transferred
 * @param holders who can take an office
 * @param owners who can take shares
 */
record ChangeChoices(
        boolean person,
        boolean named,
        List<EntityStatus> states,
        List<AddressUse> addresses,
        List<String> territories,
        List<RelationshipType> offices,
        List<Held> held,
        boolean shares,
        List<Held> parcels,
        List<EntityRow> holders,
        List<EntityRow> owners) {

    /**
     * One term of an office, or one parcel.
     *
     * @param key what the form sends for it
     * @param holder by name, where the portal has a record
     * @param shares null for an office
     */
    record Held(
            String key,
            RelationshipType type,
            String holder,
            @Nullable String startDate,
            @Nullable Long shares,
            @Nullable String shareClass) {}

    static ChangeChoices of(Entity entity, List<EntityRow> rows) {
        EntityKind kind = entity.getKind();
        List<RelationshipType> offices = OfficeChanges.of(kind);
        Map<String, String> names = rows.stream().collect(Collectors.toMap(EntityRow::entityId, EntityRow::name));
        List<EntityRow> others = rows.stream()
                .filter(row -> !row.entityId().equals(entity.getEntityId()))
                .toList();
        return new ChangeChoices(
                Particulars.isPerson(kind),
                kind != EntityKind.INDIVIDUAL,
                Particulars.statesOf(kind),
                Particulars.addressesOf(kind),
                Particulars.TERRITORIES,
                offices,
                entity.getRelationships().stream()
                        .filter(role -> role.getEndDate() == null && offices.contains(role.getType()))
                        .map(role -> held(OfficeChanges.key(role), role, names))
                        .toList(),
                kind == EntityKind.COMPANY,
                ShareTransfer.parcels(entity.getRelationships()).stream()
                        .map(parcel -> held(ShareTransfer.key(parcel), parcel, names))
                        .toList(),
                kind == EntityKind.COMPANY
                        ? others.stream()
                                .filter(row -> row.kind().equals("INDIVIDUAL"))
                                .toList()
                        : others,
                others);
    }

    private static Held held(String key, Relationship role, Map<String, String> names) {
        return new Held(
                key,
                role.getType(),
                names.getOrDefault(role.getEntityId(), role.getEntityId()),
                role.getStartDate(),
                role.getShares(),
                role.getShareClass());
    }
}
