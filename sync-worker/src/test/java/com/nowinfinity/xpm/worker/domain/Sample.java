package com.nowinfinity.xpm.worker.domain;

import static com.nowinfinity.xpm.worker.Entities.LABELS;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.worker.Clients;
import com.nowinfinity.xpm.worker.Entities;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.intents.Link;
import com.nowinfinity.xpm.worker.runs.Found;
import com.nowinfinity.xpm.worker.runs.Practice;
import com.nowinfinity.xpm.worker.runs.RunComparison;
import com.nowinfinity.xpm.worker.runs.RunScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small practice: what a run over it would tell, each row as {@code kind entity client field}. */
final class Sample {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String TENANT = "t-1";

    private final List<Intent> intents = new ArrayList<>();
    private final Map<String, PracticeClient> clients = new LinkedHashMap<>();

    Sample ours(Entity.Builder... entities) {
        Stream.of(entities).map(Entities::intent).forEach(intents::add);
        return this;
    }

    Sample linked(Entity.Builder entity, String clientId, Base base) {
        intents.add(Entities.intent(entity)
                .linkedTo(new Link(TENANT, clientId, "link"))
                .withBase(base));
        return this;
    }

    /** @param held what a form on its way to ASIC foretells */
    Sample foretold(Entity.Builder entity, Entity.Builder held) {
        intents.add(Entities.intent(entity, held.build()));
        return this;
    }

    Sample refusing(Entity.Builder entity, String clientId) {
        intents.add(Entities.intent(entity).withRefused(Set.of(clientId)));
        return this;
    }

    Sample theirs(Clients... those) {
        Stream.of(those).map(Clients::build).forEach(client -> clients.put(client.id(), client));
        return this;
    }

    Practice practice() {
        return new Practice(intents::forEach, clients, TENANT, LABELS, TODAY);
    }

    /** Which client each entity is, as {@code p-1=x-1}. */
    List<String> pairs() {
        Practice practice = practice();
        return practice.entityIds().stream()
                .flatMap(id -> practice.clientOf(id).map(client -> id + "=" + client).stream())
                .toList();
    }

    List<String> rows() {
        return found().flatMap(found -> found.differences().stream().map(row -> line(found, row)))
                .toList();
    }

    List<FieldDifference> differences() {
        return found().flatMap(found -> found.differences().stream()).toList();
    }

    /** What is told of labels; most clients here have none, which the other rows leave out. */
    List<FieldDifference> labels() {
        return comparison().labels().map(Found::differences).orElse(List.of());
    }

    RunComparison comparison() {
        return new RunComparison(practice(), new RunScope(List.of()), LABELS, TODAY);
    }

    private Stream<Found> found() {
        RunComparison comparison = comparison();
        return Stream.concat(
                intents.stream().flatMap(intent -> comparison.of(intent).stream()), comparison.clientsAlone());
    }

    private static String line(Found found, FieldDifference row) {
        Entity entity = found.entity();
        PracticeClient client = found.client();
        return Stream.of(
                        row.kind().code(),
                        entity == null ? null : entity.getEntityId(),
                        client == null ? null : client.id(),
                        row.field())
                .map(Sample::orDash)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static String orDash(@Nullable String part) {
        return part == null ? "-" : part;
    }
}
