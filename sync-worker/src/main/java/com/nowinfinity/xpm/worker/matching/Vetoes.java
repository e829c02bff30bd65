package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks against two records being one, whatever else agrees (domain 3.2). */
final class Vetoes {

    private Vetoes() {}

    /** The first contradiction, in words. */
    static Optional<String> between(Entity entity, PracticeClient client, LabelSet labels) {
        if (entity.getKind() == EntityKind.COMPANY
                && differ(
                        Numbers.validAcn(entity.getAcn()),
                        Numbers.validAcn(client.registration().companyNumber()))) {
            return Optional.of("two different ACNs");
        }
        if (differ(
                Numbers.validAbn(entity.getAbn()),
                Numbers.validAbn(client.registration().businessNumber()))) {
            return Optional.of("two different ABNs");
        }
        LocalDate theirBirth = client.person().dateOfBirth();
        if (ComparedField.isPerson(entity.getKind())
                && differ(entity.getPersonDateOfBirth(), theirBirth == null ? null : theirBirth.toString())) {
            return Optional.of("two different dates of birth");
        }
        if (differ(entity.getTfnTail(), client.registration().taxNumberTail())) {
            return Optional.of("two different tax file numbers");
        }
        return compatible(entity, client, labels) ? Optional.empty() : Optional.of("incompatible structures");
    }

    /** An unknown or blank label speaks neither for nor against. */
    static boolean compatible(Entity entity, PracticeClient client, LabelSet labels) {
        Set<EntityKind> kinds = labels.kindsOf(client.registration().businessStructure());
        return kinds.isEmpty()
                || kinds.contains(entity.getKind())
                || (ComparedField.isPerson(entity.getKind()) && kinds.stream().anyMatch(ComparedField::isPerson));
    }

    private static boolean differ(@Nullable String ours, @Nullable String theirs) {
        return ours != null && theirs != null && !ours.equals(theirs);
    }
}
