package com.nowinfinity.xpm.portal.differences;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** Asks report-service for discrepancies. */
public final class Differences {

    private static final TypeReference<Items<Difference>> ITEMS = new TypeReference<>() {};
    private static final int OF_ENTITY = 200;

    private final ServiceCalls calls;

    Differences(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Of one entity, those that stand. */
    public List<Difference> ofEntity(Person person, String businessId, String entityId) {
        return find(person, businessId, new Wanted("", "", "", entityId), "", OF_ENTITY).all().stream()
                .filter(difference -> !difference.state().equals("RESOLVED"))
                .toList();
    }

    Items<Difference> find(Person person, String businessId, Wanted wanted, String cursor, int limit) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/businesses/" + businessId + "/discrepancies")
                .queryParam("limit", limit);
        add(path, "kind", wanted.kind());
        add(path, "severity", wanted.severity());
        add(path, "state", wanted.state());
        add(path, "entityId", wanted.entityId());
        add(path, "cursor", cursor);
        return calls.get(person, REPORT, path.encode().toUriString(), ITEMS);
    }

    private static void add(UriComponentsBuilder path, String name, String value) {
        if (!value.isBlank()) {
            path.queryParam(name, value);
        }
    }

    /** Which are wanted; empty texts want all. */
    record Wanted(String kind, String severity, String state, String entityId) {}
}
