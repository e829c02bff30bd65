package com.nowinfinity.xpm.portal.differences;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** Asks report-service for clients of XPM, as they were last seen. */
final class Clients {

    private static final TypeReference<Items<Candidate>> CLIENTS = new TypeReference<>() {};
    private static final int SHOWN = 20;

    private final ServiceCalls calls;

    Clients(ServiceCalls calls) {
        this.calls = calls;
    }

    /** Those whose name, number or id has the words in it. */
    Items<Candidate> search(Person person, String businessId, String words) {
        String path = UriComponentsBuilder.fromPath("/api/businesses/{businessId}/clients")
                .queryParam("limit", SHOWN)
                .queryParam("query", "{query}")
                .encode()
                .buildAndExpand(businessId, words)
                .toUriString();
        return calls.get(person, REPORT, path, CLIENTS);
    }

    Optional<Candidate> find(Person person, String businessId, String clientId) {
        return clientId.isEmpty()
                ? Optional.empty()
                : search(person, businessId, clientId).all().stream()
                        .filter(client -> client.clientId().equals(clientId))
                        .findFirst();
    }
}
