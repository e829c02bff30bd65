package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.People;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client is found by without looking at all clients. One that is an entity by certain evidence, or bears its
 * name, has a key in common with it; whether it is the entity has still to be matched.
 *
 * @param name as {@link Names#firm} writes it
 * @param born {@code yyyy-MM-dd}; few clients share one
 * @param people surname and initial, of each way in which a person's name may be written
 */
public record MatchKeys(
        @Nullable String acn,
        @Nullable String abn,
        @Nullable String name,
        @Nullable String born,
        Set<String> people) {

    static final String BORN = "born";

    public static MatchKeys of(PracticeClient client) {
        ClientNumbers numbers = ClientNumbers.of(client);
        LocalDate born = client.person().dateOfBirth();
        return new MatchKeys(
                numbers.acn(),
                numbers.abn(),
                Names.firm(client.name()),
                born == null ? null : born.toString(),
                ClientIndex.keysEitherWay(People.of(client)));
    }

    public static MatchKeys of(Entity entity) {
        return new MatchKeys(
                Numbers.validAcn(entity.getAcn()),
                Numbers.validAbn(entity.getAbn()),
                Names.firm(entity.getName()),
                entity.getPersonDateOfBirth(),
                ComparedField.isPerson(entity.getKind()) ? ClientIndex.keys(People.of(entity)) : Set.of());
    }

    /** Those that there are, by their names. */
    public Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        add(known, "acn", acn);
        add(known, "abn", abn);
        add(known, "name", name);
        add(known, BORN, born);
        if (!people.isEmpty()) {
            known.put("person", people);
        }
        return known;
    }

    private static void add(Map<String, Set<String>> known, String key, @Nullable String value) {
        if (value != null) {
            known.put(key, Set.of(value));
        }
    }
}
