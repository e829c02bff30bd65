package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.ClientReference;
import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.RelationshipTypes;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.events.RelationshipType;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.normal.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who holds what today, looked up from the holder's end. */
final class Offices {

    private final Map<String, List<String>> companies = new HashMap<>();
    private final Set<String> holdersInXpm = new HashSet<>();
    /** Trust and trustee. */
    private final Set<String> trusteesInXpm = new HashSet<>();

    private final LocalDate today;

    Offices(Stream<Entity> entities, Iterable<PracticeClient> clients, LocalDate today) {
        this.today = today;
        entities.filter(entity -> entity.getKind() == EntityKind.COMPANY && isLive(entity.getStatus()))
                .forEach(this::add);
        clients.forEach(this::add);
    }

    /** Names of the live companies in which an entity holds a role. */
    List<String> companiesOf(String entityId) {
        return companies.getOrDefault(entityId, List.of());
    }

    Set<String> holdersInXpm() {
        return holdersInXpm;
    }

    boolean isTrusteeInXpm(String clientId, String ofClientId) {
        return trusteesInXpm.contains(ofClientId + "|" + clientId);
    }

    static boolean isLive(EntityStatus status) {
        return switch (status) {
            case ACTIVE, STRIKE_OFF, UNKNOWN -> true;
            case DEREGISTERED, DECEASED, CEASED -> false;
        };
    }

    static boolean isCurrent(Relationship role, LocalDate today) {
        return Dates.read(role.getEndDate()).filter(end -> !end.isAfter(today)).isEmpty();
    }

    private void add(Entity company) {
        for (Relationship role : company.getRelationships()) {
            if (isCurrent(role, today)) {
                companies
                        .computeIfAbsent(role.getEntityId(), id -> new ArrayList<>(1))
                        .add(company.getName());
            }
        }
    }

    private void add(PracticeClient client) {
        if (client.archived() || client.deleted() || client.prospect()) {
            return;
        }
        for (ClientRelationship row : client.relationships()) {
            ClientReference related = row.related();
            if (related == null || (row.endDate() != null && !row.endDate().isAfter(today))) {
                continue;
            }
            Optional<RelationshipType> type = RelationshipTypes.read(row.type())
                    .filter(reading -> !reading.mirror())
                    .flatMap(reading -> RoleTypes.fromXpm(reading.type()));
            type.ifPresent(known -> holdersInXpm.add(related.id()));
            type.filter(known -> known == RelationshipType.TRUSTEE)
                    .ifPresent(known -> trusteesInXpm.add(client.id() + "|" + related.id()));
        }
    }
}
