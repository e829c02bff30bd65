package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import com.nowinfinity.xpm.simulator.organisation.Relationship;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Both sides compared by the rules of the domain, from their data alone and as plainly as possible: it knows nothing of
 * how a practice is made, so that what it finds is there and what it does not find is not.
 */
final class PlainComparison {

    private static final Map<RoleType, String> LABELS = Map.of(
            RoleType.DIRECTOR, "Director",
            RoleType.SECRETARY, "Secretary",
            RoleType.PUBLIC_OFFICER, "Public Officer",
            RoleType.SHAREHOLDER, "Shareholder",
            RoleType.TRUSTEE, "Trustee",
            RoleType.BENEFICIARY, "Beneficiary",
            RoleType.APPOINTOR, "Appointer",
            RoleType.MEMBER, "Member",
            RoleType.PARTNER, "Partner");

    private final Practice practice;
    private final Map<String, PortalEntity> entityOfClient = new HashMap<>();
    private final Map<String, Client> clientOfEntity = new LinkedHashMap<>();
    private final Map<String, List<Relationship>> relationships;
    private final List<Planted> rows = new ArrayList<>();

    private PlainComparison(Practice practice) {
        this.practice = practice;
        this.relationships = practice.relationships().stream().collect(Collectors.groupingBy(Relationship::clientId));
    }

    static List<Planted> of(Practice practice) {
        PlainComparison comparison = new PlainComparison(practice);
        comparison.match();
        comparison.missing();
        comparison.clientOfEntity.forEach((id, client) -> comparison.compare(comparison.entity(client), client));
        return comparison.rows;
    }

    private void match() {
        Map<String, Client> byEvidence = new HashMap<>();
        for (Client client : practice.clients()) {
            if (client.isCurrent()) {
                for (String evidence : evidence(client)) {
                    if (byEvidence.put(evidence, client) != null) {
                        throw new AssertionError("Two clients with " + evidence);
                    }
                }
            }
        }
        for (PortalEntity entity : practice.entities()) {
            Set<Client> found = new HashSet<>();
            for (String evidence : evidence(entity)) {
                Client client = byEvidence.get(evidence);
                if (client != null) {
                    found.add(client);
                }
            }
            if (found.size() > 1) {
                throw new AssertionError("Contradicting evidence for " + entity.entityId());
            }
            for (Client client : found) {
                clientOfEntity.put(entity.entityId(), client);
                if (entityOfClient.put(client.id(), entity) != null) {
                    throw new AssertionError("Two entities for " + client.name());
                }
            }
        }
    }

    private void missing() {
        Set<String> inSomeRole =
                practice.relationships().stream().map(Relationship::relatedId).collect(Collectors.toSet());
        Set<String> registers = Set.of("Company", "Trust", "Superannuation Fund");
        for (Client client : practice.clients()) {
            String structure = text(client, ClientElement.BUSINESS_STRUCTURE);
            boolean counts = registers.contains(structure)
                    || (structure.equals("Individual") && inSomeRole.contains(client.id()));
            if (client.isCurrent() && counts && !entityOfClient.containsKey(client.id())) {
                rows.add(new Planted("missing-in-nowinfinity", null, client.id(), null));
            }
        }
        for (PortalEntity entity : practice.entities()) {
            if (!clientOfEntity.containsKey(entity.entityId())) {
                rows.add(new Planted("missing-in-xpm", entity.entityId(), null, null));
            }
        }
    }

    private void compare(PortalEntity entity, Client client) {
        PortalEntity.Person person = entity.person();
        field(entity, client, "name", entity.name(), text(client, ClientElement.NAME));
        field(entity, client, "acn", entity.acn(), digits(client, ClientElement.COMPANY_NUMBER));
        field(entity, client, "abn", entity.abn(), digits(client, ClientElement.BUSINESS_NUMBER));
        field(entity, client, "email", entity.email(), text(client, ClientElement.EMAIL));
        field(entity, client, "phone", entity.phone(), text(client, ClientElement.PHONE));
        field(entity, client, "website", entity.website(), text(client, ClientElement.WEBSITE));
        field(entity, client, "person.title", person.title(), text(client, ClientElement.TITLE));
        field(entity, client, "person.firstName", person.firstName(), text(client, ClientElement.FIRST_NAME));
        field(entity, client, "person.middleName", person.middleName(), text(client, ClientElement.MIDDLE_NAME));
        field(entity, client, "person.lastName", person.lastName(), text(client, ClientElement.LAST_NAME));
        field(entity, client, "person.dateOfBirth", person.dateOfBirth(), text(client, ClientElement.DATE_OF_BIRTH));
        for (PortalEntity.Address address : entity.addresses()) {
            String held = String.join(
                    "|", address.street(), address.city(), address.state(), address.postcode(), address.country());
            switch (address.use()) {
                case PRINCIPAL_PLACE, RESIDENTIAL ->
                    field(
                            entity,
                            client,
                            "addresses." + address.use(),
                            held,
                            place(client, ClientElement.ADDRESS, ClientElement.COUNTRY));
                case CONTACT ->
                    field(
                            entity,
                            client,
                            "addresses.CONTACT",
                            held,
                            place(client, ClientElement.POSTAL_ADDRESS, ClientElement.POSTAL_COUNTRY));
                case REGISTERED_OFFICE -> {}
            }
        }
        roles(entity, client);
    }

    private void roles(PortalEntity entity, Client client) {
        List<Relationship> left = new ArrayList<>(relationships.getOrDefault(client.id(), List.of()));
        Map<String, List<PortalEntity.Role>> roles = entity.relationships().stream()
                .collect(Collectors.groupingBy(
                        role -> role.type() + ":" + role.entityId(), LinkedHashMap::new, Collectors.toList()));
        roles.forEach((field, parcels) -> {
            PortalEntity.Role role = parcels.getFirst();
            Client holder = clientOfEntity.get(role.entityId());
            Relationship relationship = left.stream()
                    .filter(each -> each.type().label().equals(LABELS.get(role.type()))
                            && holder != null
                            && each.relatedId().equals(holder.id()))
                    .findFirst()
                    .orElse(null);
            left.remove(relationship);
            role(entity, client, field, parcels, relationship);
        });
        for (Relationship only : left) {
            String type = LABELS.entrySet().stream()
                    .filter(label -> label.getValue().equals(only.type().label()))
                    .map(label -> label.getKey().name())
                    .findFirst()
                    .orElseThrow();
            if (only.end() == null) {
                add("role-missing-in-nowinfinity", entity, client, type + ":" + only.relatedId());
            }
        }
    }

    private void role(
            PortalEntity entity,
            Client client,
            String field,
            List<PortalEntity.Role> parcels,
            @Nullable Relationship relationship) {
        String end = parcels.getFirst().endDate();
        if (relationship == null) {
            if (end == null) {
                add("role-missing-in-xpm", entity, client, field);
            }
            return;
        }
        if (end != null && relationship.end() == null) {
            add("role-ceased", entity, client, field);
        } else if (!String.valueOf(end).equals(String.valueOf(relationship.end()))) {
            add("role-dates-differ", entity, client, field);
        }
        if (!String.valueOf(parcels.getFirst().startDate()).equals(String.valueOf(relationship.start()))) {
            add("role-dates-differ", entity, client, field);
        }
        long total = parcels.stream()
                .mapToLong(parcel -> parcel.shares() == null ? 0 : parcel.shares())
                .sum();
        if (total != (relationship.shares() == null ? 0 : relationship.shares())) {
            add("shares-differ", entity, client, field);
        }
    }

    private void field(PortalEntity entity, Client client, String path, @Nullable String held, String shown) {
        if (held != null && !held.equals(shown)) {
            add("field-differs", entity, client, path);
        }
    }

    private void add(String kind, PortalEntity entity, Client client, String field) {
        rows.add(new Planted(kind, entity.entityId(), client.id(), field));
    }

    private PortalEntity entity(Client client) {
        return Objects.requireNonNull(entityOfClient.get(client.id()));
    }

    private static List<String> evidence(Client client) {
        List<String> evidence = new ArrayList<>();
        String structure = text(client, ClientElement.BUSINESS_STRUCTURE);
        if (structure.equals("Company")) {
            evidence.add("ACN " + digits(client, ClientElement.COMPANY_NUMBER));
        }
        if (!digits(client, ClientElement.BUSINESS_NUMBER).isEmpty()) {
            evidence.add(structure + " ABN " + digits(client, ClientElement.BUSINESS_NUMBER));
        }
        if (!text(client, ClientElement.DATE_OF_BIRTH).isEmpty()) {
            evidence.add(person(
                    text(client, ClientElement.FIRST_NAME),
                    text(client, ClientElement.LAST_NAME),
                    text(client, ClientElement.DATE_OF_BIRTH)));
        }
        return evidence;
    }

    private static List<String> evidence(PortalEntity entity) {
        List<String> evidence = new ArrayList<>();
        if (entity.acn() != null) {
            evidence.add("ACN " + entity.acn());
        }
        if (entity.abn() != null) {
            evidence.add(entity.kind().label() + " ABN " + entity.abn());
        }
        if (entity.person().dateOfBirth() != null) {
            evidence.add(person(
                    String.valueOf(entity.person().firstName()),
                    String.valueOf(entity.person().lastName()),
                    entity.person().dateOfBirth()));
        }
        return evidence;
    }

    private static String person(String first, String last, String born) {
        return "person " + first + " " + last + " " + born;
    }

    private static String place(Client client, ClientElement first, ClientElement last) {
        return EnumSet.range(first, last).stream()
                .map(element -> text(client, element))
                .collect(Collectors.joining("|"));
    }

    private static String text(Client client, ClientElement element) {
        return client.elements().getOrDefault(element, "");
    }

    private static String digits(Client client, ClientElement element) {
        return text(client, element).replace(" ", "");
    }
}
