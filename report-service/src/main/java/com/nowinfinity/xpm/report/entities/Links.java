package com.nowinfinity.xpm.report.entities;

import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.MatchEvidence;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events say what an entity is linked to. */
final class Links {

    /** Evidence that alone links nothing (domain 3.2). */
    private static final Set<String> SUGGESTIONS = Set.of("name", "name-and-address");

    private Links() {}

    /** An outcome names the client that the entity is linked to; an update without a client is the end of a link. */
    static boolean tells(EntitySynced event) {
        return event.getDocumentId() == null
                && !event.getEntityId().isEmpty()
                && (event.getClientId() != null || event.getOutcome() == Outcome.UPDATED);
    }

    /**
     * A comparison with a client tells a link where the match is more than a suggestion, or where the link is what is
     * in doubt; one without a client tells that there is none, unless a person is to choose one.
     */
    static boolean tells(EntityCompared event) {
        if (event.getEntityId() == null) {
            return false;
        }
        return event.getClientId() == null
                ? !has(event, DiscrepancyKind.AMBIGUOUS_MATCH) && !has(event, DiscrepancyKind.DUPLICATE_IN_XPM)
                : has(event, DiscrepancyKind.LINK_CONTRADICTED) || isCertain(event.getMatch());
    }

    private static boolean isCertain(@Nullable MatchEvidence match) {
        return match != null && !SUGGESTIONS.contains(match.getEvidence());
    }

    private static boolean has(EntityCompared event, DiscrepancyKind kind) {
        return event.getDifferences().stream().map(Difference::getKind).anyMatch(kind.code()::equals);
    }
}
