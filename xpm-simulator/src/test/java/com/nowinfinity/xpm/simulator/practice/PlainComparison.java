package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Both sides compared by the page on discrepancies, from their data alone and as plainly as possible: it knows nothing
 * of how a practice is made, so that what it finds is there and what it does not find is not.
 */
final class PlainComparison {

    private final Practice practice;
    private final PlainMatching matching;
    private final PlainRoles roles;
    private final Map<String, PortalEntity> leaders = new HashMap<>();
    private final Map<String, List<PortalEntity>> records = new HashMap<>();
    private final List<Planted> rows;

    private PlainComparison(Practice practice) {
        this.practice = practice;
        this.matching = new PlainMatching(practice);
        this.roles = new PlainRoles(practice, matching);
        this.rows = new ArrayList<>(matching.rows);
    }

    static List<Planted> of(Practice practice) {
        PlainComparison comparison = new PlainComparison(practice);
        comparison.pairs();
        comparison.missingInPortal();
        comparison.labels();
        return comparison.rows;
    }

    private void pairs() {
        practice.entities().stream()
                .sorted(java.util.Comparator.comparing(PortalEntity::entityId))
                .forEach(entity -> {
                    PlainClient client = matching.pairs.get(entity.entityId());
                    if (client != null) {
                        PortalEntity leader = leaders.putIfAbsent(client.id(), entity);
                        if (leader == null) {
                            pair(entity, client);
                        } else {
                            heldDifferently(leader, entity, client);
                            heldAlone(entity, client);
                        }
                        records.computeIfAbsent(client.id(), unused -> new ArrayList<>())
                                .add(entity);
                    }
                });
        archivedTwins();
    }

    private void pair(PortalEntity entity, PlainClient client) {
        if (client.kind() != null && client.kind() != entity.kind()) {
            add("structure-differs", entity, client, null);
        }
        if (!entity.status().equals("ACTIVE")) {
            add("state-differs", entity, client, null);
            return;
        }
        numbers(entity, client);
        values(entity).forEach((field, held) -> {
            if (!held.equals(shown(client, field))) {
                add("field-differs", entity, client, field);
            }
        });
        person(entity, client);
        rows.addAll(roles.compare(entity, client));
    }

    private void heldDifferently(PortalEntity leader, PortalEntity other, PlainClient client) {
        Map<String, String> first = values(leader);
        values(other).forEach((field, held) -> {
            if (first.containsKey(field) && !held.equals(first.get(field))) {
                add("recorded-differently", other, client, field);
            }
        });
    }

    /** What none of the records before this one holds is compared as if this one led. */
    private void heldAlone(PortalEntity other, PlainClient client) {
        List<PortalEntity> before = records.getOrDefault(client.id(), List.of());
        values(other).forEach((field, held) -> {
            if (before.stream().noneMatch(record -> values(record).containsKey(field))
                    && !held.equals(shown(client, field))) {
                add("field-differs", other, client, field);
            }
        });
    }

    /** What an entity holds of what is compared as text, in plain forms. */
    private static Map<String, String> values(PortalEntity entity) {
        Map<String, String> held = new HashMap<>();
        hold(held, "name", entity.person().lastName() == null ? PlainForms.firm(entity.name()) : null);
        hold(held, "email", entity.email());
        hold(held, "phone", PlainForms.phone(entity.phone()));
        hold(held, "fax", PlainForms.phone(entity.fax()));
        hold(held, "website", entity.website());
        hold(held, "person.title", entity.person().title());
        hold(held, "person.dateOfBirth", entity.person().dateOfBirth());
        for (PortalEntity.Address address : entity.addresses()) {
            if (address.use() != AddressUse.REGISTERED_OFFICE) {
                hold(
                        held,
                        "addresses." + address.use(),
                        PlainForms.place(address.street(), address.city(), address.state(), address.postcode()));
            }
        }
        return held;
    }

    private static void hold(Map<String, String> held, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            held.put(field, value);
        }
    }

    private static String shown(PlainClient client, String field) {
        return switch (field) {
            case "name" -> PlainForms.firm(client.client().name());
            case "email" -> client.text(ClientElement.EMAIL);
            case "phone" -> PlainForms.phone(client.text(ClientElement.PHONE));
            case "fax" -> PlainForms.phone(client.text(ClientElement.FAX));
            case "website" -> client.text(ClientElement.WEBSITE);
            case "person.title" -> client.text(ClientElement.TITLE);
            case "person.dateOfBirth" -> client.text(ClientElement.DATE_OF_BIRTH);
            case "addresses.CONTACT" -> place(client, ClientElement.POSTAL_ADDRESS, ClientElement.POSTAL_COUNTRY);
            default -> place(client, ClientElement.ADDRESS, ClientElement.COUNTRY);
        };
    }

    private static String place(PlainClient client, ClientElement first, ClientElement last) {
        List<String> parts =
                EnumSet.range(first, last).stream().map(client::text).toList();
        return PlainForms.place(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }

    private void person(PortalEntity entity, PlainClient client) {
        PortalEntity.Person person = entity.person();
        if (person.lastName() == null) {
            return;
        }
        if (!PlainMatching.isFirstName(
                PlainClient.names(person.firstName(), person.otherName()), client.firstNames())) {
            add("field-differs", entity, client, "person.firstName");
        }
        String middle = PlainForms.words(client.text(ClientElement.MIDDLE_NAME));
        if (person.middleName() != null
                && !middle.isEmpty()
                && !PlainForms.words(person.middleName()).equals(middle)) {
            add("field-differs", entity, client, "person.middleName");
        }
        if (!PlainForms.words(person.lastName()).equals(PlainForms.words(client.text(ClientElement.LAST_NAME)))) {
            add("field-differs", entity, client, "person.lastName");
        }
    }

    private void numbers(PortalEntity entity, PlainClient client) {
        number(entity, client, "acn", entity.acn(), client.companyNumber(), PlainForms::isAcn);
        number(entity, client, "abn", entity.abn(), client.businessNumber(), PlainForms::isAbn);
        boolean holds = entity.kind() == PortalKind.TRUST || entity.kind() == PortalKind.SUPER_FUND;
        if (holds && trusteesOf(entity).contains(client.companyNumber())) {
            add("trustee-number-on-trust", entity, client, "acn");
        }
    }

    private Set<String> trusteesOf(PortalEntity entity) {
        Set<String> trustees = entity.relationships().stream()
                .filter(role -> role.type() == RoleType.TRUSTEE)
                .map(PortalEntity.Role::entityId)
                .collect(Collectors.toSet());
        return practice.entities().stream()
                .filter(each -> trustees.contains(each.entityId()) && each.acn() != null)
                .map(each -> String.valueOf(each.acn()))
                .collect(Collectors.toSet());
    }

    private void number(
            PortalEntity entity,
            PlainClient client,
            String field,
            @Nullable String held,
            String shown,
            java.util.function.Predicate<String> check) {
        if (held != null && !check.test(held)) {
            add("number-invalid", entity, client, field);
        } else if (held != null && shown.isEmpty()) {
            add("number-missing", entity, client, field);
        } else if (held != null && !check.test(shown)) {
            add("number-invalid", entity, client, field);
        }
    }

    private void archivedTwins() {
        Map<String, Set<String>> clientsOfEntity = new HashMap<>();
        matching.spokenOf.forEach((client, entities) -> entities.forEach(entity -> clientsOfEntity
                .computeIfAbsent(entity, unused -> new HashSet<>())
                .add(client)));
        Set<String> archived = matching.clients().stream()
                .filter(client -> client.client().isArchived())
                .map(PlainClient::id)
                .collect(Collectors.toSet());
        leaders.forEach((client, leader) -> {
            if (clientsOfEntity.getOrDefault(leader.entityId(), Set.of()).stream()
                    .anyMatch(archived::contains)) {
                rows.add(new Planted("duplicate-in-xpm", leader.entityId(), client, null));
            }
        });
    }

    private void missingInPortal() {
        Set<String> live = matching.clients().stream()
                .filter(PlainClient::isLive)
                .map(PlainClient::id)
                .collect(Collectors.toSet());
        Set<String> inSomeRole = practice.relationships().stream()
                .filter(each -> PlainRoles.isRole(each) && each.end() == null && live.contains(each.clientId()))
                .map(Relationship::relatedId)
                .collect(Collectors.toSet());
        for (PlainClient client : matching.clients()) {
            boolean counts = client.kind() == null
                    ? isCompanyByItsNumber(client)
                    : switch (client.kind()) {
                        case COMPANY, TRUST, SUPER_FUND -> true;
                        case INDIVIDUAL, SOLE_TRADER -> inSomeRole.contains(client.id());
                        case PARTNERSHIP, OTHER -> false;
                    };
            if (client.isLive() && counts && !matching.spokenOf.containsKey(client.id())) {
                rows.add(new Planted("missing-in-nowinfinity", null, client.id(), null));
            }
        }
    }

    private static boolean isCompanyByItsNumber(PlainClient client) {
        String name = PlainForms.words(client.client().name());
        boolean held = name.matches(".*\\b(trust|fund|estate|atf|trustee|a c)\\b.*") && !name.endsWith("ltd");
        return client.text(ClientElement.LAST_NAME).isEmpty() && PlainForms.isAcn(client.companyNumber()) && !held;
    }

    private void labels() {
        matching.clients().stream()
                .filter(client -> client.isLive() && client.kind() == null)
                .map(client -> client.text(ClientElement.BUSINESS_STRUCTURE))
                .distinct()
                .forEach(label -> rows.add(new Planted("label-unknown", null, null, "kind:" + label)));
    }

    private void add(String kind, PortalEntity entity, PlainClient client, @Nullable String field) {
        rows.add(new Planted(kind, entity.entityId(), client.id(), field));
    }
}
