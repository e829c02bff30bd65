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
 * @param agreedBirth the date of birth that both sides agreed on under this link: XPM's may have moved since
 */
public record Subject(
        Entity entity,
        @Nullable String linked,
        Set<String> refused,
        Set<String> trustees,
        @Nullable String agreedBirth) {

    public static Subject of(Entity entity) {
        return new Subject(entity, null, Set.of(), Set.of(), null);
    }
}
