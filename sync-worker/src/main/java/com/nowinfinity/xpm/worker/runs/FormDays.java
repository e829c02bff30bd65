package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By when ASIC must hear of what a form says that it has not got yet: the form knows it better than any count of days. */
final class FormDays {

    private final Intent intent;
    private final Entity entity;

    /** @param entity the state in force, which is compared */
    FormDays(Intent intent, Entity entity) {
        this.intent = intent;
        this.entity = entity;
    }

    /** With the day of the form that changes the field, if there is one. */
    FieldDifference of(FieldDifference difference) {
        String field = difference.field();
        return field == null || isContact(field)
                ? difference
                : day(field, difference.changedBy()).map(difference::dueBy).orElse(difference);
    }

    private Optional<LocalDate> day(String field, ChangedBy changedBy) {
        Entity held = intent.held();
        if (held != null && isChanged(field, held)) {
            return Optional.ofNullable(intent.lodgeBy().get(held.getVersion()));
        }
        // What differs from the first comparison on is older than the form.
        return changedBy == ChangedBy.UNKNOWN
                ? Optional.empty()
                : Optional.ofNullable(intent.lodgeBy().get(entity.getVersion()));
    }

    private boolean isChanged(String field, Entity held) {
        return ComparedField.at(field)
                .map(known -> !Objects.equals(form(known, held), form(known, entity)))
                .orElseGet(() -> !terms(field, held).equals(terms(field, entity)));
    }

    private static @Nullable String form(ComparedField field, Entity state) {
        return field.ours(state).form();
    }

    private static List<Relationship> terms(String field, Entity state) {
        return state.getRelationships().stream()
                .filter(role -> field.equals(role.getType() + ":" + role.getEntityId()))
                .toList();
    }

    private static boolean isContact(String field) {
        return ComparedField.at(field).filter(ComparedField::isContact).isPresent();
    }
}
