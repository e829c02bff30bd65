package com.nowinfinity.xpm.report.entities;

import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyKind;

/** Which events say what an entity is linked to. */
final class Links {

    private Links() {}

    /** An outcome names the client that the entity is linked to; an update without a client is the end of a link. */
    static boolean tells(EntitySynced event) {
        return event.getDocumentId() == null
                && !event.getEntityId().isEmpty()
                && (event.getClientId() != null || event.getOutcome() == Outcome.UPDATED);
    }

    /** A comparison of two records is one of linked records, unless it is about which records belong together. */
    static boolean tells(EntityCompared event) {
        return event.getEntityId() != null
                && event.getDifferences().stream().map(Difference::getKind).noneMatch(Links::doubtsTheLink);
    }

    private static boolean doubtsTheLink(String kind) {
        return kind.equals(DiscrepancyKind.AMBIGUOUS_MATCH.code())
                || kind.equals(DiscrepancyKind.DUPLICATE_IN_XPM.code())
                || kind.equals(DiscrepancyKind.ARCHIVED_IN_XPM.code());
    }
}
