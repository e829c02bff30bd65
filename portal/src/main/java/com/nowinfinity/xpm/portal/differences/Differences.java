package com.nowinfinity.xpm.portal.differences;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** Asks report-service for discrepancies. */
public final class Differences {

    private static final TypeReference<Items<Difference>> ITEMS = new TypeReference<>() {};
    private static final int OF_ENTITY = 200;
    private static final int AT_ONCE = 500;

    private final ServiceCalls calls;

    Differences(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Of one entity, those that stand. */
    public List<Difference> ofEntity(Person person, String businessId, String entityId) {
        return find(person, businessId, Wanted.of(entityId), "", OF_ENTITY).all().stream()
                .filter(difference -> !difference.state().equals("RESOLVED"))
                .toList();
    }

    /** The clients that the newest report calls missing in NowInfinity, without those that a person accepted so. */
    public Set<String> missingInNowInfinity(Person person, String businessId) {
        Set<String> clientIds = new HashSet<>();
        String cursor = "";
        do {
            Items<Difference> page =
                    find(person, businessId, new Wanted("missing-in-nowinfinity", "", "", "", ""), cursor, AT_ONCE);
            page.all().stream()
                    .filter(Difference::isOpen)
                    .flatMap(row -> Stream.ofNullable(row.clientId()))
                    .forEach(clientIds::add);
            cursor = Objects.requireNonNullElse(page.next(), "");
        } while (!cursor.isEmpty());
        return clientIds;
    }

    /** One row that a person decides about; of its entity, since rows have no address of their own. */
    Optional<Difference> row(Person person, String businessId, String id, String entityId) {
        return entityId.isEmpty()
                ? Optional.empty()
                : ofEntity(person, businessId, entityId).stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst();
    }

    Items<Difference> find(Person person, String businessId, Wanted wanted, String cursor, int limit) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/businesses/" + businessId + "/discrepancies")
                .queryParam("limit", limit);
        add(path, "kind", wanted.kind());
        add(path, "severity", wanted.severity());
        add(path, "state", wanted.state());
        add(path, "entityId", wanted.entityId());
        add(path, "runId", wanted.runId());
        add(path, "cursor", cursor);
        return calls.get(person, REPORT, path.encode().toUriString(), ITEMS);
    }

    private static void add(UriComponentsBuilder path, String name, String value) {
        if (!value.isBlank()) {
            path.queryParam(name, value);
        }
    }

    /** Which are wanted; empty texts want all. */
    record Wanted(String kind, String severity, String state, String entityId, String runId) {

        static Wanted of(String entityId) {
            return new Wanted("", "", "", entityId, "");
        }
    }
}
