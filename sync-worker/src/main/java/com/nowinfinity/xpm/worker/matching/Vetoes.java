package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.TaxNumberMarks;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What speaks against two records being one, whatever else agrees (domain 3.2). */
public final class Vetoes {

    private Vetoes() {}

    /** The first contradiction, in words. */
    public static Optional<String> between(Subject subject, PracticeClient client, LabelSet labels) {
        return besidesStructure(subject, client)
                .or(() -> Structures.compatible(subject.entity(), client, labels)
                        ? Optional.empty()
                        : Optional.of("incompatible structures"));
    }

    static Optional<String> besidesStructure(Subject subject, PracticeClient client) {
        Entity entity = subject.entity();
        ClientNumbers numbers = ClientNumbers.of(client).without(subject.trustees());
        Agreed agreed = subject.agreed();
        if (entity.getKind() == EntityKind.COMPANY
                && differ(Numbers.validAcn(entity.getAcn()), numbers.acn(), agreed.acns())) {
            return Optional.of("two different ACNs");
        }
        if (differ(Numbers.validAbn(entity.getAbn()), numbers.abn(), agreed.abns())) {
            return Optional.of("two different ABNs");
        }
        String birth = entity.getPersonDateOfBirth();
        boolean bornAsAgreed = birth != null && birth.equals(agreed.birth());
        if (ComparedField.isPerson(entity.getKind())
                && !bornAsAgreed
                && differ(birth, text(client.person().dateOfBirth()), agreed.births())) {
            return Optional.of("two different dates of birth");
        }
        // Three digits or none: what else stands there says nothing.
        String tail = TaxNumberMarks.isTail(entity.getTfnTail()) ? entity.getTfnTail() : null;
        return differ(tail, client.registration().taxNumberTail(), agreed.tails())
                ? Optional.of("two different tax file numbers")
                : Optional.empty();
    }

    /** Whether two clients cannot be one. */
    static boolean between(PracticeClient one, PracticeClient other) {
        ClientNumbers numbers = ClientNumbers.of(one);
        ClientNumbers others = ClientNumbers.of(other);
        return differ(numbers.acn(), others.acn())
                || differ(numbers.abn(), others.abn())
                || differ(text(one.person().dateOfBirth()), text(other.person().dateOfBirth()))
                || differ(
                        one.registration().taxNumberTail(), other.registration().taxNumberTail());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** XPM's that stood there under the link, and that we have corrected since, says nothing against it. */
    private static boolean differ(@Nullable String ours, @Nullable String theirs, Set<String> agreed) {
        return differ(ours, theirs) && !agreed.contains(theirs);
    }

    private static boolean differ(@Nullable String ours, @Nullable String theirs) {
        return ours != null && theirs != null && !ours.equals(theirs);
    }
}
