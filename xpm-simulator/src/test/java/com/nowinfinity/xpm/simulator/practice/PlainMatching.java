package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is who, from what both sides show and by the page on discrepancies, without any links. */
final class PlainMatching {

    final List<Planted> rows = new ArrayList<>();

    /** By entity. */
    final Map<String, PlainClient> pairs = new TreeMap<>();

    /** By client, the entities that it may be. */
    final Map<String, Set<String>> spokenOf = new HashMap<>();

    private final List<PlainClient> clients = new ArrayList<>();
    private final Map<String, List<PlainClient>> byKey = new HashMap<>();

    private final Map<String, PortalEntity> entities = new HashMap<>();

    PlainMatching(Practice practice) {
        practice.entities().forEach(entity -> entities.put(entity.entityId(), entity));
        Map<String, PortalKind> meanings = PlainClient.meanings(practice.labels());
        for (Client client : practice.clients()) {
            if (!client.isDeleted()) {
                String label = client.elements()
                        .getOrDefault(ClientElement.BUSINESS_STRUCTURE, "")
                        .toLowerCase(java.util.Locale.ROOT);
                PlainClient plain = new PlainClient(client, meanings.get(label));
                clients.add(plain);
                keys(plain)
                        .forEach(key -> byKey.computeIfAbsent(key, unused -> new ArrayList<>())
                                .add(plain));
            }
        }
        practice.entities().forEach(this::match);
    }

    List<PlainClient> clients() {
        return clients;
    }

    private static Stream<String> keys(PlainClient client) {
        return Stream.of(
                        client.numbers().stream().map(number -> "number " + number),
                        Stream.of("born " + client.text(ClientElement.DATE_OF_BIRTH)),
                        Stream.of("last " + PlainForms.words(client.text(ClientElement.LAST_NAME))),
                        Stream.of("firm " + PlainForms.firm(client.client().name())))
                .flatMap(keys -> keys);
    }

    private Set<PlainClient> candidates(PortalEntity entity) {
        Set<PlainClient> found = new LinkedHashSet<>();
        Stream.of(
                        "number " + entity.acn(),
                        "number " + entity.abn(),
                        "born " + entity.person().dateOfBirth(),
                        "last " + PlainForms.words(entity.person().lastName()),
                        "firm " + PlainForms.firm(entity.name()))
                // A blank is nothing that two have in common.
                .filter(key -> !key.endsWith(" "))
                .forEach(key -> found.addAll(byKey.getOrDefault(key, List.of())));
        return found;
    }

    private void match(PortalEntity entity) {
        List<PlainClient> certain = candidates(entity).stream()
                .filter(client -> !evidence(entity, client).isEmpty() && !isVetoed(entity, client))
                .toList();
        List<PlainClient> live = certain.stream().filter(PlainClient::isLive).toList();
        speak(entity, certain);
        if (live.size() == 1) {
            pairs.put(entity.entityId(), live.getFirst());
        } else if (live.size() > 1) {
            Set<String> shared = evidence(entity, live.getFirst());
            live.forEach(client -> shared.retainAll(evidence(entity, client)));
            add(shared.isEmpty() ? "ambiguous-match" : "duplicate-in-xpm", entity, null);
        } else if (!certain.isEmpty()) {
            if (isLive(entity)) {
                PlainClient gone = certain.getFirst();
                add(gone.client().isArchived() ? "archived-in-xpm" : "prospect-in-xpm", entity, gone);
            }
        } else {
            uncertain(entity);
        }
    }

    private void uncertain(PortalEntity entity) {
        List<PlainClient> named = candidates(entity).stream()
                .filter(client -> client.isLive() && isNamed(entity, client))
                .toList();
        for (PlainClient client : named) {
            boolean sameNumber = client.numbers().contains(String.valueOf(entity.acn()))
                    || client.numbers().contains(String.valueOf(entity.abn()));
            if (!client.isCompatible(entity.kind()) && sameNumber) {
                speak(entity, List.of(client));
                add("structure-differs", entity, client);
                return;
            }
        }
        List<PlainClient> suggested =
                named.stream().filter(client -> !isVetoed(entity, client)).toList();
        speak(entity, suggested);
        if (!suggested.isEmpty()) {
            add("ambiguous-match", entity, null);
        } else if (isLive(entity)) {
            add("missing-in-xpm", entity, null);
        }
    }

    private void speak(PortalEntity entity, List<PlainClient> of) {
        of.forEach(client ->
                spokenOf.computeIfAbsent(client.id(), unused -> new HashSet<>()).add(entity.entityId()));
    }

    private static boolean isLive(PortalEntity entity) {
        return Set.of("ACTIVE", "STRIKE_OFF").contains(entity.status());
    }

    private static Set<String> evidence(PortalEntity entity, PlainClient client) {
        Set<String> evidence = new HashSet<>();
        if (!client.isCompatible(entity.kind())) {
            return evidence;
        }
        if (entity.acn() != null && client.numbers().contains(entity.acn())) {
            evidence.add("ACN");
        }
        if (entity.abn() != null && client.numbers().contains(entity.abn())) {
            evidence.add("ABN");
        }
        String born = entity.person().dateOfBirth();
        if (born != null && born.equals(client.text(ClientElement.DATE_OF_BIRTH)) && isNamed(entity, client)) {
            evidence.add("name and birth");
        }
        return evidence;
    }

    private boolean isVetoed(PortalEntity entity, PlainClient client) {
        String born = entity.person().dateOfBirth();
        String theirs = client.text(ClientElement.DATE_OF_BIRTH);
        String acn = client.companyNumber();
        String abn = client.businessNumber();
        return !client.isCompatible(entity.kind())
                || (born != null && !theirs.isEmpty() && !born.equals(theirs))
                || (entity.acn() != null
                        && PlainForms.isAcn(entity.acn())
                        && PlainForms.isAcn(acn)
                        && !acn.equals(entity.acn()))
                || (entity.abn() != null
                        && PlainForms.isAbn(abn)
                        && !abn.equals(entity.abn())
                        && !isOfTrustee(entity, abn));
    }

    /** The number of a trustee says nothing about its trust. */
    private boolean isOfTrustee(PortalEntity entity, String abn) {
        return entity.relationships().stream()
                .filter(role -> role.type() == RoleType.TRUSTEE)
                .map(role -> entities.get(role.entityId()))
                .anyMatch(trustee -> trustee != null && abn.equals(trustee.abn()));
    }

    private static boolean isNamed(PortalEntity entity, PlainClient client) {
        PortalEntity.Person person = entity.person();
        String last = PlainForms.words(client.text(ClientElement.LAST_NAME));
        if (person.lastName() == null || last.isEmpty()) {
            return person.lastName() == null
                    && last.isEmpty()
                    && PlainForms.firm(entity.name())
                            .equals(PlainForms.firm(client.client().name()));
        }
        if (isFirstName(PlainClient.names(person.firstName(), person.otherName()), client.firstNames())
                && PlainForms.words(person.lastName()).equals(last)) {
            return true;
        }
        return entity.formerNames().stream()
                .map(PlainForms::words)
                .anyMatch(former -> client.firstNames().stream()
                        .anyMatch(first -> former.startsWith(first) && former.endsWith(" " + last)));
    }

    /** Whether one of these is one of those, or its initial. */
    static boolean isFirstName(Set<String> names, Set<String> others) {
        return names.stream()
                .anyMatch(name -> others.stream()
                        .anyMatch(other -> name.equals(other)
                                || (other.length() == 1 && name.startsWith(other))
                                || (name.length() == 1 && other.startsWith(name))));
    }

    private void add(String kind, PortalEntity entity, @Nullable PlainClient client) {
        rows.add(new Planted(kind, entity.entityId(), client == null ? null : client.id(), null));
    }
}
