package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.api.practice.ClientElement;
import com.nowinfinity.xpm.api.practice.ContactDetails;
import com.nowinfinity.xpm.api.practice.PersonDetails;
import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.api.practice.PracticeDetails;
import com.nowinfinity.xpm.api.practice.Registration;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.PlannedField;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.Peers;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.planning.Permission;
import com.nowinfinity.xpm.worker.planning.RoleWrite;
import com.nowinfinity.xpm.worker.planning.Writes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a push writes to one client.
 *
 * @param update whether the client itself is changed, beside its relationships
 * @param roles how many relationships
 */
record PlannedWrites(List<PlannedField> fields, boolean update, int roles) {

    /** Compares as the sending does. */
    record Planner(LabelSet labels, Peers peers, LocalDate today) {

        /** The relationships of a client that the push creates: all that it gets beside what it is created with. */
        PlannedWrites toNew(String clientId, Intent intent) {
            return to(blank(clientId, intent.newest().orElseThrow()), intent, true);
        }

        /** @param withRoles whether its relationships go along */
        PlannedWrites to(PracticeClient client, Intent intent, boolean withRoles) {
            Entity entity = intent.newest().orElseThrow();
            Base base = isLinked(intent, client) ? intent.base() : Base.NONE;
            Comparison comparison = EntityComparator.compare(entity, client, base, labels, peers, today);
            Permission permission = new Permission(base, intent.acceptedOn(today), true);
            Writes allowed = Writes.of(comparison, permission, entity, client, peers, today);
            Writes writes = comparison.shown() == null ? allowed : allowed.labelling(entity, client, labels);
            List<String> roles = withRoles
                    ? writes.roles().stream()
                            .filter(role -> !isToItself(role, client))
                            .map(RoleWrite::field)
                            .toList()
                    : List.of();
            Stream<PlannedField> fields = comparison.differences().stream()
                    .filter(difference ->
                            writes.fields().contains(difference.field()) || roles.contains(difference.field()))
                    .map(difference -> planned(
                            entity,
                            client,
                            Objects.requireNonNull(difference.field()),
                            difference.ours(),
                            difference.theirs()));
            Stream<PlannedField> label =
                    Optional.ofNullable(writes.patch().elements().get(ClientElement.BUSINESS_STRUCTURE))
                            .map(written -> planned(entity, client, Writes.KIND, written, null))
                            .stream();
            return new PlannedWrites(
                    Stream.concat(fields, label).toList(), !writes.fields().isEmpty(), roles.size());
        }
    }

    /** What was agreed with another client says nothing of this one. */
    private static boolean isLinked(Intent intent, PracticeClient client) {
        Link link = intent.link();
        return link != null && link.clientId().equals(client.id());
    }

    /** A client's relationship to itself is left out. */
    private static boolean isToItself(RoleWrite role, PracticeClient client) {
        return role instanceof RoleWrite.Add add
                && add.draft().relatedClientId().equals(client.id());
    }

    private static PracticeClient blank(String clientId, Entity entity) {
        return new PracticeClient(
                clientId,
                entity.getName(),
                PersonDetails.NONE,
                ContactDetails.NONE,
                null,
                null,
                Registration.NONE,
                PracticeDetails.NONE,
                false,
                false,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private static PlannedField planned(
            Entity entity, PracticeClient client, String field, @Nullable String ours, @Nullable String theirs) {
        return PlannedField.newBuilder()
                .setEntityId(entity.getEntityId())
                .setClientId(client.id())
                .setField(field)
                .setNowInfinity(ours)
                .setXpm(theirs)
                .build();
    }
}
