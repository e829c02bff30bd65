package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.events.Entity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity to be matched, with what is known around it.
 *
 * @param linked the client it is linked to by now; null when none
 * @param refused clients that a person has said it is not
 * @param trustees the numbers of its trustees, which say nothing about itself
 * @param agreed under this link
 */
public record Subject(
        Entity entity, @Nullable String linked, Set<String> refused, Set<String> trustees, Agreed agreed) {

    public static Subject of(Entity entity) {
        return new Subject(entity, null, Set.of(), Set.of(), Agreed.NONE);
    }
}
