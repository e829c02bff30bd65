package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.ASIC_CHANGE_DUE;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.FIELD_DIFFERS;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.LABEL_UNKNOWN;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.NUMBER_INVALID;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.NUMBER_MISSING;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.STATE_DIFFERS;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.STRUCTURE_DIFFERS;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a pair. Pure: the same arguments give the same differences, in the same order. */
public final class EntityComparator {

    private EntityComparator() {}

    /**
     * @param today decides which roles are over
     */
    public static Comparison compare(
            Entity entity, PracticeClient client, Base base, LabelSet labels, Peers peers, LocalDate today) {
        List<FieldDifference> differences = new ArrayList<>();
        Map<String, String> agreed = new HashMap<>();
        if (isOver(entity.getStatus()) && !client.archived()) {
            // One row for the state; what a dead register says of addresses and offices is noise.
            differences.add(
                    FieldDifference.ofWhole(STATE_DIFFERS, entity.getStatus().name(), "ACTIVE"));
            return new Comparison(differences, agreed);
        }
        compareStructure(entity, client, labels, differences);
        for (ComparedField field : ComparedField.values()) {
            if (field.appliesTo(entity.getKind())) {
                compareField(field, entity, client, base, differences, agreed);
            }
        }
        new RoleComparison(entity, client, base, peers, today).into(differences, agreed);
        return new Comparison(List.copyOf(differences), agreed);
    }

    private static boolean isOver(EntityStatus status) {
        return switch (status) {
            case DEREGISTERED, DECEASED, CEASED -> true;
            case UNKNOWN, ACTIVE, STRIKE_OFF -> false;
        };
    }

    private static void compareStructure(
            Entity entity, PracticeClient client, LabelSet labels, List<FieldDifference> differences) {
        String label = Text.tidy(client.registration().businessStructure());
        if (label == null || labels.fits(entity, label)) {
            return;
        }
        differences.add(FieldDifference.ofWhole(
                labels.kindsOf(label).isEmpty() ? LABEL_UNKNOWN : STRUCTURE_DIFFERS,
                labels.toWrite(entity).orElse(entity.getKind().name()),
                label));
    }

    private static void compareField(
            ComparedField field,
            Entity entity,
            PracticeClient client,
            Base base,
            List<FieldDifference> differences,
            Map<String, String> agreed) {
        ComparedField.Value ours = field.ours(entity);
        ComparedField.Value theirs = field.theirs(client);
        if (ours.form() == null) {
            // Our side blank is an import offer, not a discrepancy.
            return;
        }
        if (field.same(ours.form(), theirs.form())) {
            agreed.put(field.path(), ours.form());
            return;
        }
        ChangedBy changedBy =
                base.changedBy(field.path(), asAgreed(field, base, ours.form()), asAgreed(field, base, theirs.form()));
        DifferenceKind kind = kind(field, entity, theirs, changedBy);
        differences.add(new FieldDifference(
                kind,
                field.path(),
                ours.shown(),
                theirs.shown(),
                base.of(field.path()),
                changedBy,
                kind == FIELD_DIFFERS ? field.severity() : kind.severity()));
    }

    /** What was taken for the same when both sides agreed, as an initial for a name, has not moved since. */
    private static @Nullable String asAgreed(ComparedField field, Base base, @Nullable String form) {
        String agreed = base.of(field.path());
        return agreed != null && field.same(agreed, form) ? agreed : form;
    }

    private static DifferenceKind kind(
            ComparedField field, Entity entity, ComparedField.Value theirs, ChangedBy changedBy) {
        if (field.isNumber()) {
            if (theirs.form() == null) {
                return NUMBER_MISSING;
            }
            return field.isValidNumber(theirs.form()) ? FIELD_DIFFERS : NUMBER_INVALID;
        }
        // People tell their accountant before they tell ASIC: the register is the one that is behind.
        return changedBy == ChangedBy.XPM && field.isRegisteredOfPeople() && ComparedField.isPerson(entity.getKind())
                ? ASIC_CHANGE_DUE
                : FIELD_DIFFERS;
    }
}
