package com.nowinfinity.xpm.portal.registers;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Lodgement;
import com.nowinfinity.xpm.events.LodgementState;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.portal.entities.EntityRules;
import com.nowinfinity.xpm.portal.frame.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Corporate Messenger form says, written into an entity. Blank fields change nothing. */
final class Correction {

    private static final ZoneId ASIC = ZoneId.of("Australia/Sydney");

    private final FilledForm form;

    Correction(Form form) {
        this.form = new FilledForm(form);
    }

    /** @throws Unclear when nothing would change, or a field cannot be understood */
    Entity in(Entity before) {
        Entity.Builder after = Entity.newBuilder(before);
        Particulars.write(form, before, after);
        List<Relationship> roles = OfficeChanges.in(before.getRelationships(), before.getKind(), form);
        after.setRelationships(before.getKind() == EntityKind.COMPANY ? ShareTransfer.in(roles, form) : roles);
        Entity changed = after.build();
        if (changed.equals(before)) {
            throw new Unclear("Nothing is filled in that differs from what is there: say what changes.");
        }
        checked(EntityRules.broken(changed));
        return changed;
    }

    private static void checked(@Nullable String broken) {
        if (broken != null) {
            throw new Unclear("This cannot be kept: " + broken + ".");
        }
    }

    Lodgement lodgement() {
        Lodgement lodgement = Lodgement.newBuilder()
                .setForm(form.textOrNull("form"))
                .setState(state())
                .setEffectiveDate(form.date("effectiveDate", "The effective date"))
                .setLodgedAt(lodgedAt())
                .setDueDate(form.date("dueDate", "The due date"))
                .build();
        checked(EntityRules.broken(lodgement));
        return lodgement;
    }

    private LodgementState state() {
        try {
            return LodgementState.valueOf(form.text("state"));
        } catch (IllegalArgumentException e) {
            throw new Unclear("Choose how far the lodgement is.");
        }
    }

    private @Nullable Instant lodgedAt() {
        String date = form.date("lodgedAt", "The day of lodgement");
        return date == null ? null : LocalDate.parse(date).atStartOfDay(ASIC).toInstant();
    }
}
