package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.People;
import com.nowinfinity.xpm.worker.normal.Names;
import java.util.HashSet;
import java.util.Set;

/**
 * By which an entity is known beside its id (domain 3.6): its numbers, a person's surname with birth or initial, the
 * name.
 */
public final class NaturalKeys {

    private NaturalKeys() {}

    /** Two entities that share one may be the same; a day of birth alone many share. */
    public static Set<String> of(Entity entity) {
        Set<String> keys = new HashSet<>();
        MatchKeys.of(entity)
                .known()
                .forEach((key, values) -> values.forEach(value -> {
                    if (!key.equals(MatchKeys.BORN)) {
                        keys.add(key + ":" + value);
                    } else if (ComparedField.isPerson(entity.getKind())) {
                        keys.add(key + ":" + value + "/"
                                + Names.part(People.of(entity).last()));
                    }
                }));
        return keys;
    }
}
