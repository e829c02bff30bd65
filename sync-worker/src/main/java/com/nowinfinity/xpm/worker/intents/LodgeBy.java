package com.nowinfinity.xpm.worker.intents;

import java.time.LocalDate;
import java.util.Set;

/**
 * By when a form has to be with ASIC, which has not got it yet.
 *
 * @param paths what the form changes: fields, and roles as {@code DIRECTOR:p-1}
 */
public record LodgeBy(LocalDate day, Set<String> paths) {

    public LodgeBy {
        paths = Set.copyOf(paths);
    }
}
