package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Refresh data: what the portal takes from XPM by itself, when a person asked for it with the run (domain 1.3, 1.4). */
public final class Refresh {

    private Refresh() {}

    /**
     * The contact fields that are newer in XPM, by path: blank here, or changed there and not here since both sides
     * agreed. What a person has accepted as it is stays, and so does what several apps fight over.
     */
    public static List<String> of(Entity entity, PracticeClient client, Comparison comparison, Set<String> accepted) {
        if (comparison.shown() == null) {
            return List.of();
        }
        return Arrays.stream(ComparedField.values())
                .filter(field -> field.isContact() && field.appliesTo(entity.getKind()))
                .filter(field -> field.theirs(client).form() != null && !accepted.contains(field.path()))
                .filter(field -> field.ours(entity).form() == null || isChangedInXpm(field, comparison))
                .map(ComparedField::path)
                .toList();
    }

    private static boolean isChangedInXpm(ComparedField field, Comparison comparison) {
        return comparison.differences().stream()
                .anyMatch(difference -> difference.kind() == DifferenceKind.FIELD_DIFFERS
                        && field.path().equals(difference.field())
                        && difference.changedBy() == ChangedBy.XPM);
    }
}
