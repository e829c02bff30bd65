package com.nowinfinity.xpm.worker.matching;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.AddressUse;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.comparison.Addresses;
import com.nowinfinity.xpm.worker.comparison.ComparedField;
import com.nowinfinity.xpm.worker.comparison.People;
import com.nowinfinity.xpm.worker.normal.Names;
import com.nowinfinity.xpm.worker.normal.Numbers;
import com.nowinfinity.xpm.worker.normal.PersonName;
import com.nowinfinity.xpm.worker.normal.PlainAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clients of an organisation by what they may be found by. Deleted ones are not among them. */
final class ClientIndex {

    private final Map<String, PracticeClient> byId = new HashMap<>();
    private final Map<String, List<PracticeClient>> byAcn = new HashMap<>();
    private final Map<String, List<PracticeClient>> byAbn = new HashMap<>();
    private final Map<String, List<PracticeClient>> byNameAndBirth = new HashMap<>();
    private final Map<String, List<PracticeClient>> byName = new HashMap<>();
    /** By surname and initial: so that the Smiths of a practice need not all be looked at for each of them. */
    private final Map<String, List<PracticeClient>> byPerson = new HashMap<>();

    ClientIndex(Iterable<PracticeClient> clients) {
        for (PracticeClient client : clients) {
            if (!client.deleted()) {
                add(client);
            }
        }
    }

    private void add(PracticeClient client) {
        byId.put(client.id(), client);
        ClientNumbers numbers = ClientNumbers.of(client);
        put(byAcn, numbers.acn(), client);
        put(byAbn, numbers.abn(), client);
        put(byName, Names.firm(client.name()), client);
        PersonName person = People.of(client);
        String birth = Objects.toString(client.person().dateOfBirth(), null);
        Set<String> surnames = surnames(person);
        if (birth != null) {
            surnames.forEach(last -> put(byNameAndBirth, key(last, birth), client));
            put(byNameAndBirth, key(Names.part(person.first()), birth), client);
        }
        keysEitherWay(person).forEach(key -> put(byPerson, key, client));
    }

    Optional<PracticeClient> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<PracticeClient> byAcn(Entity entity) {
        return found(byAcn, Numbers.validAcn(entity.getAcn()));
    }

    List<PracticeClient> byAbn(Entity entity) {
        return found(byAbn, Numbers.validAbn(entity.getAbn()));
    }

    /** Of the same day of birth, by a name that either side knows of the person. */
    List<PracticeClient> byNameAndBirth(Entity entity) {
        Set<PracticeClient> found = new LinkedHashSet<>();
        for (PersonName name : names(entity)) {
            surnames(name).stream()
                    .flatMap(last -> found(byNameAndBirth, key(last, entity.getPersonDateOfBirth())).stream())
                    .filter(client -> samePerson(name, People.of(client)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** Of the same name, written however. */
    List<PracticeClient> byName(Entity entity) {
        if (!ComparedField.isPerson(entity.getKind())) {
            return byDisplayName(entity);
        }
        PersonName name = People.of(entity);
        return keys(name).stream()
                .flatMap(key -> found(byPerson, key).stream())
                .filter(client -> sameNameToday(name, People.of(client)))
                .distinct()
                .toList();
    }

    /** Of the same display name, whatever the parts of a person's say. */
    List<PracticeClient> byDisplayName(Entity entity) {
        return found(byName, Names.firm(entity.getName()));
    }

    static boolean sameAddress(Entity entity, PracticeClient client) {
        Set<String> ours = new LinkedHashSet<>();
        Stream.of(AddressUse.RESIDENTIAL, AddressUse.PRINCIPAL_PLACE, AddressUse.CONTACT)
                .map(use -> Addresses.of(entity, use).form())
                .filter(Objects::nonNull)
                .forEach(ours::add);
        return Stream.of(client.physicalAddress(), client.postalAddress())
                .map(Addresses::of)
                .map(PlainAddress::form)
                .anyMatch(form -> form != null && ours.contains(form));
    }

    static boolean samePersonByBirth(PracticeClient one, PracticeClient other) {
        return one.person().dateOfBirth() != null
                && one.person().dateOfBirth().equals(other.person().dateOfBirth())
                && samePerson(People.of(one), People.of(other));
    }

    private static boolean samePerson(PersonName ours, PersonName theirs) {
        return ours.isTurned(theirs)
                || (ours.sameGivenName(theirs) && surnames(ours).stream().anyMatch(surnames(theirs)::contains));
    }

    /** The names that the portal knows of a person: the one of today, and former ones. */
    private static List<PersonName> names(Entity entity) {
        PersonName today = People.of(entity);
        List<PersonName> names = new ArrayList<>();
        names.add(today);
        for (String former : entity.getFormerNames()) {
            PersonName read = PersonName.read(former);
            // A single word is the surname before the wedding.
            names.add(
                    read.first() == null
                            ? new PersonName(today.first(), today.middle(), read.last(), today.other())
                            : read);
        }
        return names;
    }

    private static boolean sameNameToday(PersonName ours, PersonName theirs) {
        return ours.isTurned(theirs)
                || (ours.sameGivenName(theirs) && Objects.equals(Names.part(ours.last()), Names.part(theirs.last())));
    }

    /** The surname of today, and one among the other names. */
    private static Set<String> surnames(PersonName name) {
        Set<String> surnames = new LinkedHashSet<>();
        Stream.of(
                        name.last(),
                        name.other() == null
                                ? null
                                : PersonName.read(name.other()).last())
                .map(Names::part)
                .filter(Objects::nonNull)
                .forEach(surnames::add);
        return surnames;
    }

    /** What people of one name, written however, have in common: the surname, and an initial. */
    static Set<String> keys(PersonName name) {
        Set<String> keys = new LinkedHashSet<>();
        name.givenForms().stream()
                .map(form -> key(Names.part(name.last()), initial(form)))
                .filter(Objects::nonNull)
                .forEach(keys::add);
        return keys;
    }

    /** As {@link #keys}, also with given name and surname in each other's place. */
    static Set<String> keysEitherWay(PersonName name) {
        Set<String> keys = new LinkedHashSet<>(keys(name));
        String turned = key(Names.part(name.first()), initial(Names.part(name.last())));
        if (turned != null) {
            keys.add(turned);
        }
        return keys;
    }

    private static @Nullable String initial(@Nullable String form) {
        return form == null ? null : form.substring(0, form.offsetByCodePoints(0, 1));
    }

    private static @Nullable String key(@Nullable String name, @Nullable String more) {
        return name == null || more == null ? null : name + "|" + more;
    }

    private static void put(Map<String, List<PracticeClient>> index, @Nullable String key, PracticeClient client) {
        if (key != null) {
            List<PracticeClient> found = index.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (found.isEmpty() || !found.getLast().id().equals(client.id())) {
                found.add(client);
            }
        }
    }

    private static List<PracticeClient> found(Map<String, List<PracticeClient>> index, @Nullable String key) {
        return key == null ? List.of() : index.getOrDefault(key, List.of());
    }
}
