package com.nowinfinity.xpm.portal.registers;

import static com.nowinfinity.xpm.portal.services.Service.REPORT;

import com.nowinfinity.xpm.portal.services.Items;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import com.nowinfinity.xpm.portal.services.ServiceProblem;
import com.nowinfinity.xpm.portal.signin.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** The pins of entities, from report-service: those of a whole page in one call. */
final class Pins {

    private static final TypeReference<Items<OfEntity>> ITEMS = new TypeReference<>() {};

    private final ServiceCalls calls;

    Pins(ServiceCalls calls) {
        this.calls = calls;
    }

    /** One pin. */
    record Pin(
            String code, String text, int count, @Nullable String clientId) {

        public boolean isGood() {
            return code.equals("linked");
        }
    }

    private record OfEntity(String entityId, @Nullable List<Pin> flags) {}

    /** @throws ServiceProblem while report-service is away */
    Map<String, List<Pin>> of(Person person, String businessId, List<String> entityIds) {
        if (entityIds.isEmpty()) {
            return Map.of();
        }
        String path = UriComponentsBuilder.fromPath("/api/businesses/" + businessId + "/flags")
                .queryParam("entityId", entityIds.toArray())
                .encode()
                .toUriString();
        return calls.get(person, REPORT, path, ITEMS).all().stream()
                .collect(Collectors.toMap(
                        OfEntity::entityId,
                        one -> one.flags() == null ? List.of() : one.flags(),
                        (one, _other) -> one));
    }
}
