package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who takes an office, and who leaves one. Shares are no office: {@link ShareTransfer}. */
final class OfficeChanges {

    private OfficeChanges() {}

    /** The offices that there are in such an entity. */
    static List<RelationshipType> of(EntityKind kind) {
        return switch (kind) {
            case COMPANY ->
                List.of(
                        RelationshipType.DIRECTOR,
                        RelationshipType.SECRETARY,
                        RelationshipType.ALTERNATE_DIRECTOR,
                        RelationshipType.PUBLIC_OFFICER,
                        RelationshipType.AUDITOR);
            case TRUST ->
                List.of(
                        RelationshipType.TRUSTEE,
                        RelationshipType.APPOINTOR,
                        RelationshipType.BENEFICIARY,
                        RelationshipType.SETTLOR,
                        RelationshipType.PROTECTOR);
            case SUPER_FUND -> List.of(RelationshipType.TRUSTEE, RelationshipType.MEMBER, RelationshipType.AUDITOR);
            case PARTNERSHIP -> List.of(RelationshipType.PARTNER);
            case SOLE_TRADER -> List.of(RelationshipType.OWNER);
            case INDIVIDUAL, OTHER, UNKNOWN -> List.of();
        };
    }

    /** How the form names one term of an office: type, holder and first day. */
    static String key(Relationship role) {
        return role.getType() + " " + role.getEntityId() + " " + Objects.requireNonNullElse(role.getStartDate(), "");
    }

    static List<Relationship> in(List<Relationship> before, EntityKind kind, FilledForm form) {
        List<Relationship> after = ended(before, kind, form);
        Relationship appointed = appointed(kind, form);
        if (appointed != null) {
            if (after.stream().anyMatch(role -> isSameOffice(role, appointed))) {
                throw new Unclear("The one who is appointed holds this office already.");
            }
            after.add(appointed);
        }
        return after;
    }

    private static List<Relationship> ended(List<Relationship> before, EntityKind kind, FilledForm form) {
        List<Relationship> after = new ArrayList<>(before);
        String key = form.textOrNull("endOffice");
        String endDate = form.date("endDate", "The end date");
        if (key == null) {
            return after;
        }
        if (endDate == null) {
            throw new Unclear("Say on which day the office ends.");
        }
        int at = 0;
        while (at < after.size() && !isHeld(after.get(at), kind, key)) {
            at++;
        }
        if (at == after.size()) {
            throw new Unclear("Nobody holds this office any more: reload the page and choose again.");
        }
        Relationship role = after.get(at);
        if (role.getStartDate() != null && endDate.compareTo(role.getStartDate()) < 0) {
            throw new Unclear("An office cannot end before it has begun.");
        }
        after.set(at, Relationship.newBuilder(role).setEndDate(endDate).build());
        return after;
    }

    private static @Nullable Relationship appointed(EntityKind kind, FilledForm form) {
        String holder = form.textOrNull("newHolder");
        String startDate = form.date("startDate", "The start date");
        if (holder == null) {
            return null;
        }
        if (startDate == null) {
            throw new Unclear("Say from which day the new one holds office.");
        }
        RelationshipType office = of(kind).stream()
                .filter(type -> type.name().equals(form.text("newOffice")))
                .findFirst()
                .orElseThrow(() -> new Unclear("Choose which office it is."));
        return Relationship.newBuilder()
                .setType(office)
                .setEntityId(holder)
                .setStartDate(startDate)
                .build();
    }

    private static boolean isHeld(Relationship role, EntityKind kind, String key) {
        return role.getEndDate() == null
                && of(kind).contains(role.getType())
                && key(role).equals(key);
    }

    private static boolean isSameOffice(Relationship role, Relationship appointed) {
        return role.getEndDate() == null
                && role.getType() == appointed.getType()
                && role.getEntityId().equals(appointed.getEntityId());
    }
}
