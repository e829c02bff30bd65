package com.nowinfinity.xpm.worker.runs;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.AMBIGUOUS_MATCH;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.ARCHIVED_IN_XPM;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.DUPLICATE_IN_XPM;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.LINK_CONTRADICTED;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.MISSING_IN_NOWINFINITY;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.MISSING_IN_XPM;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.PROSPECT_IN_XPM;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.comparison.RoleTypes;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.Match;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares all of a practice, pair by pair. Pure. */
public final class RunComparison {

    private final Practice practice;
    private final RunScope scope;
    private final LabelSet labels;
    private final LocalDate today;

    public RunComparison(Practice practice, RunScope scope, LabelSet labels, LocalDate today) {
        this.practice = practice;
        this.scope = scope;
        this.labels = labels;
        this.today = today;
    }

    /** Empty for entities that the run does not look at: another kind, not handled, or over and unknown to XPM. */
    public Optional<Found> of(Intent intent) {
        String entityId = intent.entityId();
        Entity entity = practice.entity(entityId);
        if (entity == null || !scope.holds(entity.getKind())) {
            return Optional.empty();
        }
        boolean live = Offices.isLive(entity.getStatus());
        return switch (practice.match(entityId)) {
            case Match.Certain certain ->
                Optional.of(practice.leaderOf(entityId)
                        .map(leader -> following(entity, leader, certain))
                        .orElseGet(() -> leading(entity, certain, intent)));
            case Match.Contradicted contradicted ->
                Optional.of(Found.of(
                        entity,
                        contradicted.client(),
                        LINK_CONTRADICTED,
                        contradicted.client().name() + ": " + contradicted.contradiction()));
            case Match.Twins twins ->
                Optional.of(Found.among(entity, null, DUPLICATE_IN_XPM, twins.clients(), DUPLICATE_IN_XPM.severity()));
            case Match.Ambiguous ambiguous ->
                Optional.of(
                        Found.among(entity, null, AMBIGUOUS_MATCH, ambiguous.candidates(), AMBIGUOUS_MATCH.severity()));
            case Match.Suggested suggested -> suggestion(entity, suggested, live);
            case Match.OtherStructure other -> Optional.of(otherStructure(entity, other));
            case Match.Archived archived ->
                Optional.of(
                        live
                                ? Found.of(
                                        entity,
                                        archived.client(),
                                        ARCHIVED_IN_XPM,
                                        archived.client().name())
                                // Over here and archived there is as it should be.
                                : Found.inStep(entity, archived.client()));
            case Match.Prospect prospect ->
                live
                        ? Optional.of(Found.of(
                                entity,
                                prospect.client(),
                                PROSPECT_IN_XPM,
                                prospect.client().name()))
                        : Optional.empty();
            case Match.None none ->
                live && labels.handles(entity)
                        ? Optional.of(Found.of(entity, null, MISSING_IN_XPM, null))
                        : Optional.empty();
        };
    }

    /** The clients that no entity speaks of and that count as missing in NowInfinity (domain 4.2), by id. */
    public Stream<Found> clientsAlone() {
        Set<String> holders = practice.holdersOfRoles();
        return practice.clients().stream()
                .filter(client -> isLive(client) && !practice.isSpokenOf(client) && isMissing(client, holders))
                .sorted(Comparator.comparing(PracticeClient::id))
                .map(client -> Found.of(null, client, MISSING_IN_NOWINFINITY, client.name()));
    }

    /** The labels that stand for nothing here; only a run over everything looks at all of them. */
    public Optional<Found> labels() {
        List<FieldDifference> unknown = scope.isEverything()
                ? UnknownLabels.among(practice.clients().stream().filter(RunComparison::isLive), labels)
                : List.of();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new Found(null, null, null, unknown, null));
    }

    /** Roles held now of which XPM has no type (domain 4.5). */
    public long rolesNotHeldInXpm() {
        return practice.entityIds().stream()
                .map(practice::entity)
                .filter(entity -> entity != null && Offices.isLive(entity.getStatus()) && scope.holds(entity.getKind()))
                .flatMap(entity -> entity.getRelationships().stream())
                .filter(role -> RoleTypes.inXpm(role.getType()).isEmpty() && Offices.isCurrent(role, today))
                .count();
    }

    private Found leading(Entity entity, Match.Certain certain, Intent intent) {
        PracticeClient client = certain.client();
        Base base = intent.base();
        Comparison comparison = EntityComparator.compare(entity, client, base, labels, practice, today);
        Entity held = intent.held();
        List<FieldDifference> rows =
                held == null ? comparison.differences() : withoutForetold(comparison.differences(), held, client, base);
        List<FieldDifference> differences =
                rows.stream().map(new FormDays(intent, entity)::of).collect(Collectors.toCollection(ArrayList::new));
        if (!certain.twins().isEmpty()) {
            boolean archived = certain.twins().stream().allMatch(PracticeClient::archived);
            differences.addFirst(FieldDifference.ofWhole(
                            DUPLICATE_IN_XPM,
                            entity.getName(),
                            ClientNames.of(certain.twins()),
                            archived ? Severity.LOW : DUPLICATE_IN_XPM.severity())
                    .among(certain.clients()));
        }
        return new Found(entity, client, certain.evidence(), differences, comparison);
    }

    /** Without what XPM has already as a form that is still on its way to ASIC will have it. */
    private List<FieldDifference> withoutForetold(
            List<FieldDifference> differences, Entity held, PracticeClient client, Base base) {
        Set<String> differing =
                EntityComparator.compare(held, client, base, labels, practice, today).differences().stream()
                        .map(FieldDifference::field)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return differences.stream()
                .filter(difference -> difference.field() == null || differing.contains(difference.field()))
                .toList();
    }

    private Found following(Entity entity, Entity leader, Match.Certain certain) {
        PracticeClient client = certain.client();
        List<FieldDifference> differences =
                new ArrayList<>(EntityComparator.recordedDifferently(entity, leader, client));
        differences.addAll(EntityComparator.heldAlone(
                entity, practice.recordsBefore(entity.getEntityId(), client), client, practice, today));
        return new Found(entity, client, certain.evidence(), differences, null);
    }

    private static Optional<Found> suggestion(Entity entity, Match.Suggested suggested, boolean live) {
        if (!live) {
            return Optional.empty();
        }
        Severity severity = suggested.candidates().size() == 1 ? Severity.MEDIUM : AMBIGUOUS_MATCH.severity();
        return Optional.of(
                Found.among(entity, suggested.evidence(), AMBIGUOUS_MATCH, suggested.candidates(), severity));
    }

    private Found otherStructure(Entity entity, Match.OtherStructure other) {
        return new Found(
                entity,
                other.client(),
                other.evidence(),
                EntityComparator.structure(entity, other.client(), labels).stream()
                        .toList(),
                null);
    }

    private boolean isMissing(PracticeClient client, Set<String> holders) {
        EntityKind kind = ClientAsEntity.kindOf(client, labels);
        if (!scope.holds(kind)) {
            return false;
        }
        return switch (kind) {
            case COMPANY -> true;
            case TRUST, SUPER_FUND -> practice.anyEntity(kind);
            // Half of a client list are people who only lodge a tax return.
            case INDIVIDUAL, SOLE_TRADER -> holders.contains(client.id());
            case PARTNERSHIP, OTHER, UNKNOWN -> false;
        };
    }

    private static boolean isLive(@Nullable PracticeClient client) {
        return client != null && !client.archived() && !client.deleted() && !client.prospect();
    }
}
