package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Tug;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known under a link of what could contradict it: one side has corrected it since, or put back what stood there
 * before, which makes nobody somebody else.
 *
 * @param birth the date of birth that both sides agreed on last
 * @param acns of XPM: what both agreed on last, what we sent since, and what stood there before we wrote
 * @param abns likewise
 * @param births likewise
 * @param tails the last digits of the tax file number that both agreed on last: XPM keeps it when ours is corrected
 */
public record Agreed(
        @Nullable String birth, Set<String> acns, Set<String> abns, Set<String> births, Set<String> tails) {

    public static final Agreed NONE = of(Base.NONE);

    public static Agreed of(Base base) {
        return new Agreed(
                base.of(ComparedField.DATE_OF_BIRTH.path()),
                inXpm(base, ComparedField.ACN),
                inXpm(base, ComparedField.ABN),
                inXpm(base, ComparedField.DATE_OF_BIRTH),
                Optional.ofNullable(base.of(EntityComparator.TFN_TAIL)).stream()
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Set<String> inXpm(Base base, ComparedField field) {
        Set<String> forms = new HashSet<>();
        Optional.ofNullable(base.of(field.path())).ifPresent(forms::add);
        Optional.ofNullable(base.sent().get(field.path())).ifPresent(forms::add);
        Optional.ofNullable(base.tugs().get(field.path())).map(Tug::before).ifPresent(forms::add);
        return Set.copyOf(forms);
    }
}
