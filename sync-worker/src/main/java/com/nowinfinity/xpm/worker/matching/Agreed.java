package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a link agreed on last, of what could contradict it: one of them has corrected it since, which makes
 * nobody somebody else.
 */
public record Agreed(
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String birth) {

    public static final Agreed NONE = new Agreed(null, null, null);

    public static Agreed of(Base base) {
        return new Agreed(
                base.of(ComparedField.ACN.path()),
                base.of(ComparedField.ABN.path()),
                base.of(ComparedField.DATE_OF_BIRTH.path()));
    }
}
