package com.nowinfinity.xpm.worker.runs;

import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.AMBIGUOUS_MATCH;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.ARCHIVED_IN_XPM;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.LINK_CONTRADICTED;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.MISSING_IN_NOWINFINITY;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.MISSING_IN_XPM;
import static com.nowinfinity.xpm.worker.comparison.DifferenceKind.PROSPECT_IN_XPM;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.EntityStatus;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.EntityComparator;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.intents.Intent;
import com.nowinfinity.xpm.worker.labels.LabelSet;
import com.nowinfinity.xpm.worker.matching.Match;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
        Entity entity = intent.newest().orElseThrow();
        if (!scope.holds(entity.getKind())) {
            return Optional.empty();
        }
        return switch (practice.match(intent)) {
            case Match.Certain certain -> {
                Comparison comparison =
                        EntityComparator.compare(entity, certain.client(), intent.base(), labels, practice, today);
                yield Optional.of(
                        new Found(entity, certain.client(), certain.evidence(), comparison.differences(), comparison));
            }
            case Match.Contradicted contradicted ->
                Optional.of(found(
                        entity,
                        contradicted.client(),
                        LINK_CONTRADICTED,
                        entity.getName(),
                        contradicted.client().name() + ": " + contradicted.contradiction()));
            case Match.Archived archived ->
                Optional.of(
                        isLive(entity.getStatus())
                                ? found(
                                        entity,
                                        archived.client(),
                                        ARCHIVED_IN_XPM,
                                        entity.getName(),
                                        archived.client().name())
                                // Over here and archived there is as it should be.
                                : new Found(entity, archived.client(), archived.evidence(), List.of(), null));
            case Match.Prospect prospect ->
                Optional.of(found(
                        entity,
                        prospect.client(),
                        PROSPECT_IN_XPM,
                        entity.getName(),
                        prospect.client().name()));
            case Match.Ambiguous ambiguous ->
                Optional.of(found(entity, null, AMBIGUOUS_MATCH, entity.getName(), names(ambiguous.candidates())));
            case Match.None none ->
                labels.handles(entity) && isLive(entity.getStatus())
                        ? Optional.of(found(entity, null, MISSING_IN_XPM, entity.getName(), null))
                        : Optional.empty();
        };
    }

    /** The clients that no entity speaks of and that count as missing in NowInfinity (domain 4.2), by id. */
    public Stream<Found> clientsAlone() {
        Set<String> holders = practice.holdersOfRoles(today);
        return practice.clients().stream()
                .filter(client -> !client.deleted() && !client.archived() && !client.prospect())
                .filter(client -> !practice.isSpokenOf(client) && isMissing(client, holders))
                .sorted(Comparator.comparing(PracticeClient::id))
                .map(client -> found(null, client, MISSING_IN_NOWINFINITY, null, client.name()));
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

    private static Found found(
            @Nullable Entity entity,
            @Nullable PracticeClient client,
            DifferenceKind kind,
            @Nullable String ours,
            @Nullable String theirs) {
        return new Found(entity, client, null, List.of(FieldDifference.ofWhole(kind, ours, theirs)), null);
    }

    private static boolean isLive(EntityStatus status) {
        return switch (status) {
            case ACTIVE, STRIKE_OFF, UNKNOWN -> true;
            case DEREGISTERED, DECEASED, CEASED -> false;
        };
    }

    private static String names(List<PracticeClient> candidates) {
        return candidates.stream()
                .map(client -> client.practice().clientCode() == null
                        ? client.name()
                        : client.name() + " (" + client.practice().clientCode() + ")")
                .collect(Collectors.joining("; "));
    }
}
