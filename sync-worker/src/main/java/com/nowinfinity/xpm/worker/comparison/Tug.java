package com.nowinfinity.xpm.worker.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of ours in XPM, and whether something else puts back what stood there before (domain 1.7).
 *
 * @param before XPM's form before we wrote; null when it was blank
 * @param standing whether our value has not been seen changed back since it was written last
 * @param reverted how often it was changed back
 */
public record Tug(@Nullable String before, boolean standing, int reverted) {

    private static final int ENOUGH = 2;

    static Tug first(@Nullable String before) {
        return new Tug(before, true, 0);
    }

    /** Written again. Where something else stood by then than what was put back, the count begins anew. */
    Tug again(@Nullable String nowBefore) {
        return new Tug(nowBefore, true, Objects.equals(before, nowBefore) ? reverted : 0);
    }

    /** After XPM has shown the field. A third value is a change as any other. */
    Tug seeing(@Nullable String theirs) {
        return standing && Objects.equals(before, theirs) ? new Tug(before, false, reverted + 1) : this;
    }

    boolean isLost() {
        return reverted >= ENOUGH;
    }
}
