package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the client of an entity among all clients of an organisation. Immutable once built; deleted clients are not
 * candidates. What only suggests is asked in a second step, when it is known who certainly is whom.
 */
public final class ClientMatcher {

    private static final Comparator<PracticeClient> BY_ID = Comparator.comparing(PracticeClient::id);
    /** A name that more clients bear says nothing about any of them. */
    private static final int MOST_SUGGESTIONS = 20;

    private final LabelSet labels;
    private final ClientIndex index;

    public ClientMatcher(Iterable<PracticeClient> clients, LabelSet labels) {
        this.labels = labels;
        this.index = new ClientIndex(clients);
    }

    /** Both steps at once, for one entity alone. */
    public Match match(Subject subject) {
        Match certain = certain(subject);
        return certain instanceof Match.None ? suggested(subject, Set.of()) : certain;
    }

    /** By the link and by certain evidence; none where that says nothing. */
    public Match certain(Subject subject) {
        Optional<PracticeClient> linked = Optional.ofNullable(subject.linked()).flatMap(index::byId);
        if (linked.isPresent()) {
            PracticeClient client = linked.get();
            List<PracticeClient> live = isLive(client)
                    ? List.of()
                    : found(subject).keySet().stream()
                            .filter(ClientMatcher::isLive)
                            .toList();
            if (!live.isEmpty()) {
                // It may have taken the place of the linked one, as a prospect's client does: a person says so.
                return new Match.Suggested(few(live), Evidence.LINK);
            }
            if (client.archived()) {
                return new Match.Archived(client, Evidence.LINK);
            }
            Optional<String> contradiction = Vetoes.between(subject, client, labels);
            return contradiction.isPresent()
                    ? new Match.Contradicted(client, contradiction.get())
                    : standing(client, Evidence.LINK, twinsOf(client, found(subject)));
        }
        Map<PracticeClient, Evidence> found = found(subject);
        Match match = decide(found);
        // It was another client once: a person says whether this one follows it.
        return subject.linked() != null && match instanceof Match.Certain certain
                ? new Match.Suggested(List.of(certain.client()), certain.evidence())
                : match;
    }

    /** @param taken clients that certainly are another entity */
    public Match suggested(Subject subject, Set<String> taken) {
        Optional<PracticeClient> other = otherStructure(subject, taken);
        if (other.isPresent()) {
            return new Match.OtherStructure(other.get(), Evidence.NAME);
        }
        List<PracticeClient> sameName = index.byName(subject.entity()).stream()
                .filter(client -> !taken.contains(client.id()) && isPossible(subject, client))
                .toList();
        List<PracticeClient> live =
                sameName.stream().filter(ClientMatcher::isLive).toList();
        List<PracticeClient> candidates = live.isEmpty() ? sameName : live;
        List<PracticeClient> neighbours = candidates.stream()
                .filter(client -> ClientIndex.sameAddress(subject.entity(), client))
                .toList();
        if (candidates.isEmpty()) {
            return new Match.None();
        }
        return neighbours.isEmpty()
                ? new Match.Suggested(few(candidates), Evidence.NAME)
                : new Match.Suggested(few(neighbours), Evidence.NAME_AND_ADDRESS);
    }

    /**
     * What is there already of an entity that is to be created, live or not: by certain evidence; by its number, whatever
     * speaks against it; by its name, written however.
     */
    public Match beforeCreate(Subject subject) {
        Match certain = certain(subject);
        return certain instanceof Match.None ? ofSameNumber(subject).orElseGet(() -> ofSameName(subject)) : certain;
    }

    /** A number has one client, so nobody else gets one before a person has said who errs. */
    private Optional<Match> ofSameNumber(Subject subject) {
        return sameNumber(subject)
                .filter(client -> !isTrustOf(subject.entity(), client))
                .min(Comparator.comparing((PracticeClient client) -> !isPossible(subject, client))
                        .thenComparing(BY_ID))
                .map(client -> isPossible(subject, client)
                        // Nothing makes it doubtful but that its trustee is given the same number.
                        ? new Match.Suggested(List.of(client), Evidence.ABN)
                        : Vetoes.besidesStructure(subject, client)
                                .<Match>map(contradiction -> new Match.Contradicted(client, contradiction))
                                .orElseGet(() -> new Match.OtherStructure(client, Evidence.NAME)));
    }

    private Match ofSameName(Subject subject) {
        List<PracticeClient> sameName = Stream.concat(
                        index.byName(subject.entity()).stream(), index.byDisplayName(subject.entity()).stream())
                .distinct()
                .filter(client -> isPossible(subject, client))
                .toList();
        return sameName.isEmpty() ? new Match.None() : new Match.Suggested(few(sameName), Evidence.NAME);
    }

    /** Whether a client of another name is a trust, which may carry the number of its trustee (domain 3.3). */
    private boolean isTrustOf(Entity trustee, PracticeClient client) {
        return !Structures.isTrust(trustee.getKind())
                && Structures.isTrust(client, labels)
                && !isNamesake(trustee, client);
    }

    static boolean isLive(PracticeClient client) {
        return !client.archived() && !client.prospect() && !client.deleted();
    }

    /** All certain evidence, each client with the strongest. */
    private Map<PracticeClient, Evidence> found(Subject subject) {
        Entity entity = subject.entity();
        Map<PracticeClient, Evidence> found = new LinkedHashMap<>();
        if (entity.getKind() == EntityKind.COMPANY) {
            gather(subject, index.byAcn(entity), Evidence.ACN, found);
        }
        String abn = Numbers.validAbn(entity.getAbn());
        if (abn != null && !subject.trustees().contains(abn)) {
            gather(subject, index.byAbn(entity), Evidence.ABN, found);
        }
        if (ComparedField.isPerson(entity.getKind())) {
            gather(subject, index.byNameAndBirth(entity), Evidence.NAME_AND_BIRTH, found);
        }
        return found;
    }

    private void gather(
            Subject subject, List<PracticeClient> candidates, Evidence evidence, Map<PracticeClient, Evidence> found) {
        candidates.stream()
                .filter(client -> isPossible(subject, client))
                .forEach(client -> found.putIfAbsent(client, evidence));
    }

    private boolean isPossible(Subject subject, PracticeClient client) {
        return !subject.refused().contains(client.id())
                && Vetoes.between(subject, client, labels).isEmpty();
    }

    private static Match decide(Map<PracticeClient, Evidence> found) {
        List<PracticeClient> live = found.keySet().stream()
                .filter(ClientMatcher::isLive)
                .sorted(BY_ID)
                .toList();
        Evidence strongest = found.values().stream().min(Evidence::compareTo).orElse(Evidence.NAME);
        if (live.isEmpty()) {
            // What is archived can be restored; a prospect may come to nothing.
            return found.keySet().stream()
                    .min(Comparator.comparing((PracticeClient client) -> !client.archived())
                            .thenComparing(BY_ID))
                    .map(client -> standing(client, strongest, List.of()))
                    .orElseGet(Match.None::new);
        }
        PracticeClient first = live.getFirst();
        if (live.size() == 1) {
            return standing(first, Objects.requireNonNull(found.get(first)), twinsOf(first, found));
        }
        return live.stream().skip(1).allMatch(client -> areTwins(first, client))
                ? new Match.Twins(live, strongest)
                : new Match.Ambiguous(live, strongest);
    }

    private static Match standing(PracticeClient client, Evidence evidence, List<PracticeClient> twins) {
        if (client.archived()) {
            return new Match.Archived(client, evidence);
        }
        return client.prospect() ? new Match.Prospect(client, evidence) : new Match.Certain(client, evidence, twins);
    }

    /** A prospect beside its client is what becoming a client leaves behind, and nobody's twin. */
    private static List<PracticeClient> twinsOf(PracticeClient client, Map<PracticeClient, Evidence> found) {
        return found.keySet().stream()
                .filter(other -> !other.id().equals(client.id()) && !other.prospect() && areTwins(client, other))
                .sorted(BY_ID)
                .toList();
    }

    /** Whether two clients are one by certain evidence. */
    private static boolean areTwins(PracticeClient one, PracticeClient other) {
        ClientNumbers numbers = ClientNumbers.of(one);
        ClientNumbers others = ClientNumbers.of(other);
        boolean sameNumber = same(numbers.acn(), others.acn()) || same(numbers.abn(), others.abn());
        return (sameNumber || ClientIndex.samePersonByBirth(one, other)) && !Vetoes.between(one, other);
    }

    /** A live client of the same number and name, against which nothing speaks but its label. */
    private Optional<PracticeClient> otherStructure(Subject subject, Set<String> taken) {
        return sameNumber(subject)
                .filter(client -> isLive(client) && !taken.contains(client.id()))
                .filter(client -> isNamesake(subject.entity(), client))
                .filter(client -> Vetoes.besidesStructure(subject, client).isEmpty())
                .min(BY_ID);
    }

    private Stream<PracticeClient> sameNumber(Subject subject) {
        Entity entity = subject.entity();
        List<PracticeClient> sameNumber = new ArrayList<>(index.byAbn(entity));
        if (entity.getKind() == EntityKind.COMPANY) {
            sameNumber.addAll(index.byAcn(entity));
        }
        return sameNumber.stream().filter(client -> !subject.refused().contains(client.id()));
    }

    private static boolean isNamesake(Entity entity, PracticeClient client) {
        return same(Names.firm(entity.getName()), Names.firm(client.name()));
    }

    private static List<PracticeClient> few(List<PracticeClient> candidates) {
        return candidates.stream().sorted(BY_ID).limit(MOST_SUGGESTIONS).toList();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
