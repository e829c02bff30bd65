package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.matching.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds for one pair, or for one side alone.
 *
 * @param comparison only for a pair that is certain, of the entity that leads
 */
public record Found(
        @Nullable Entity entity,
        @Nullable PracticeClient client,
        @Nullable Evidence evidence,
        List<FieldDifference> differences,
        @Nullable Comparison comparison) {

    /** One row about the whole of it. */
    static Found of(
            @Nullable Entity entity, @Nullable PracticeClient client, DifferenceKind kind, @Nullable String theirs) {
        String ours = entity == null ? null : entity.getName();
        return new Found(entity, client, null, List.of(FieldDifference.ofWhole(kind, ours, theirs)), null);
    }

    /** One row about the whole of it, with the clients among which a person chooses. */
    static Found among(
            Entity entity,
            @Nullable Evidence evidence,
            DifferenceKind kind,
            List<PracticeClient> clients,
            Severity severity) {
        FieldDifference row = FieldDifference.ofWhole(kind, entity.getName(), ClientNames.of(clients), severity)
                .among(clients);
        return new Found(entity, null, evidence, List.of(row), null);
    }

    /** Nothing is to be said of the two, and no run links them. */
    static Found inStep(Entity entity, PracticeClient client) {
        return new Found(entity, client, null, List.of(), null);
    }

    public @Nullable MatchEvidence match() {
        return evidence == null
                ? null
                : MatchEvidence.newBuilder()
                        .setEvidence(evidence.code())
                        .setScore(evidence.score())
                        .build();
    }
}
