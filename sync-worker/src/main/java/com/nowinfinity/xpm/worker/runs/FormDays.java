package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.LodgeBy;
import java.time.LocalDate;
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
        Optional<LocalDate> foretold = day(field, intent.held());
        // What differs from the first comparison on is older than a form in force.
        return foretold.isPresent() || changedBy == ChangedBy.UNKNOWN ? foretold : day(field, entity);
    }

    private Optional<LocalDate> day(String field, @Nullable Entity state) {
        return Optional.ofNullable(state)
                .map(known -> intent.lodgeBy().get(known.getVersion()))
                .filter(form -> form.paths().contains(field))
                .map(LodgeBy::day);
    }

    private static boolean isContact(String field) {
        return ComparedField.at(field).filter(ComparedField::isContact).isPresent();
    }
}
