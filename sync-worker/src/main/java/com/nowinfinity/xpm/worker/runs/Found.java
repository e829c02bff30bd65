package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.worker.comparison.Comparison;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import com.nowinfinity.xpm.worker.matching.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds for one pair, or for one side alone.
 *
 * @param comparison only for a pair that is certain
 */
public record Found(
        @Nullable Entity entity,
        @Nullable PracticeClient client,
        @Nullable Evidence evidence,
        List<FieldDifference> differences,
        @Nullable Comparison comparison) {

    public @Nullable MatchEvidence match() {
        return evidence == null
                ? null
                : MatchEvidence.newBuilder()
                        .setEvidence(evidence.code())
                        .setScore(evidence.score())
                        .build();
    }
}
