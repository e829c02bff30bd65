package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.People;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which an entity is known beside its id (domain 3.6): its numbers, a person's surname and birth, the name. */
public final class NaturalKeys {

    private NaturalKeys() {}

    /** Two entities that share one may be the same. */
    public static Set<String> of(Entity entity) {
        Set<String> keys = new HashSet<>();
        put(keys, "acn:", Numbers.validAcn(entity.getAcn()));
        put(keys, "abn:", Numbers.validAbn(entity.getAbn()));
        put(keys, "name:", Names.firm(entity.getName()));
        if (ComparedField.isPerson(entity.getKind()) && entity.getPersonDateOfBirth() != null) {
            String surname = Names.part(People.of(entity).last());
            put(keys, "born:" + entity.getPersonDateOfBirth() + "/", surname);
        }
        return keys;
    }

    private static void put(Set<String> keys, String kind, @Nullable String form) {
        if (form != null) {
            keys.add(kind + form);
        }
    }
}
