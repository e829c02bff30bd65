package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client of an entity among all clients of an organisation. Immutable once built; deleted clients are not
 * candidates.
 */
public final class ClientMatcher {

    private final LabelSet labels;
    private final Map<String, PracticeClient> byId = new HashMap<>();
    private final Map<String, List<PracticeClient>> byAcn = new HashMap<>();
    private final Map<String, List<PracticeClient>> byAbn = new HashMap<>();
    private final Map<String, List<PracticeClient>> byNameAndBirth = new HashMap<>();

    public ClientMatcher(Iterable<PracticeClient> clients, LabelSet labels) {
        this.labels = labels;
        for (PracticeClient client : clients) {
            if (!client.deleted()) {
                byId.put(client.id(), client);
                index(byAcn, Numbers.validAcn(client.registration().companyNumber()), client);
                index(byAbn, Numbers.validAbn(client.registration().businessNumber()), client);
                index(byNameAndBirth, nameAndBirth(client), client);
            }
        }
    }

    /** @param linked the client it is linked to by now; null when none */
    public Match match(Entity entity, @Nullable String linked) {
        PracticeClient client = linked == null ? null : byId.get(linked);
        if (client != null) {
            Optional<String> contradiction = Vetoes.between(entity, client, labels);
            return contradiction.isPresent()
                    ? new Match.Contradicted(client, contradiction.get())
                    : standing(client, Evidence.LINK);
        }
        for (Evidence evidence : Evidence.values()) {
            List<PracticeClient> candidates = candidates(entity, evidence).stream()
                    .filter(candidate ->
                            Vetoes.between(entity, candidate, labels).isEmpty())
                    .toList();
            if (!candidates.isEmpty()) {
                return decide(candidates, evidence);
            }
        }
        return new Match.None();
    }

    /** Live clients of the same name, written however, that nothing contradicts. */
    public static Stream<PracticeClient> namesakes(Entity entity, Iterable<PracticeClient> clients, LabelSet labels) {
        String name = Names.firm(entity.getName());
        return StreamSupport.stream(clients.spliterator(), false)
                .filter(client -> !client.deleted() && name != null && name.equals(Names.firm(client.name())))
                .filter(client -> Vetoes.between(entity, client, labels).isEmpty());
    }

    private static Match decide(List<PracticeClient> candidates, Evidence evidence) {
        // An archived twin or an old prospect does not make the live one doubtful.
        List<PracticeClient> live = candidates.stream()
                .filter(candidate -> !candidate.archived() && !candidate.prospect())
                .toList();
        List<PracticeClient> chosen = live.isEmpty() ? candidates : live;
        return chosen.size() == 1
                ? standing(chosen.getFirst(), evidence)
                : new Match.Ambiguous(List.copyOf(chosen), evidence);
    }

    private static Match standing(PracticeClient client, Evidence evidence) {
        if (client.archived()) {
            return new Match.Archived(client, evidence);
        }
        return client.prospect() ? new Match.Prospect(client, evidence) : new Match.Certain(client, evidence);
    }

    private List<PracticeClient> candidates(Entity entity, Evidence evidence) {
        return switch (evidence) {
            case LINK -> List.of();
            case ACN ->
                entity.getKind() == EntityKind.COMPANY ? found(byAcn, Numbers.validAcn(entity.getAcn())) : List.of();
            case ABN -> found(byAbn, Numbers.validAbn(entity.getAbn()));
            case NAME_AND_BIRTH ->
                ComparedField.isPerson(entity.getKind())
                        ? found(byNameAndBirth, nameAndBirth(entity)).stream()
                                .filter(candidate -> sameGivenName(entity, candidate))
                                .toList()
                        : List.of();
        };
    }

    private static boolean sameGivenName(Entity entity, PracticeClient client) {
        String ours = Names.part(entity.getPersonFirstName());
        String theirs = Names.part(client.person().firstName());
        return ours != null && theirs != null && Names.samePart(ours, theirs);
    }

    private static @Nullable String nameAndBirth(Entity entity) {
        return key(Names.part(entity.getPersonLastName()), entity.getPersonDateOfBirth());
    }

    private static @Nullable String nameAndBirth(PracticeClient client) {
        LocalDate birth = client.person().dateOfBirth();
        return key(Names.part(client.person().lastName()), birth == null ? null : birth.toString());
    }

    private static @Nullable String key(@Nullable String lastName, @Nullable String birth) {
        return lastName == null || birth == null ? null : lastName + "|" + birth;
    }

    private static void index(Map<String, List<PracticeClient>> index, @Nullable String key, PracticeClient client) {
        if (key != null) {
            index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(client);
        }
    }

    private static List<PracticeClient> found(Map<String, List<PracticeClient>> index, @Nullable String key) {
        return key == null ? List.of() : index.getOrDefault(key, List.of());
    }
}
