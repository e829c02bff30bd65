package com.nowinfinity.xpm.report.discrepancy;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.ClientSummary;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The discrepancies that a run's comparison of one pair shows, each as if it were found for the first time. */
public final class Findings {

    private static final ClientSummary NO_CLIENT = ClientSummary.newBuilder().build();

    private Findings() {}

    /** @param at when the run ended */
    public static List<Discrepancy> of(EntityCompared compared, Instant at) {
        List<Discrepancy> findings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Difference difference : compared.getDifferences()) {
            // One pair can differ several times in the same way, as a client with three twins does.
            int again = seen.merge(difference.getKind() + " " + difference.getField(), 1, Integer::sum);
            findings.add(finding(compared, difference, again, at));
        }
        return findings;
    }

    private static Discrepancy finding(EntityCompared compared, Difference difference, int again, Instant at) {
        ClientSummary client = compared.getClient() == null ? NO_CLIENT : compared.getClient();
        return new Discrepancy(
                DiscrepancyId.of(
                        compared.getBusinessId(),
                        compared.getEntityId(),
                        compared.getClientId(),
                        difference.getKind(),
                        difference.getField(),
                        again),
                difference.getKind(),
                difference.getSeverity() == Severity.UNKNOWN ? Severity.MEDIUM : difference.getSeverity(),
                DiscrepancyState.NEW,
                compared.getEntityId(),
                compared.getEntityName(),
                known(compared.getEntityKind()),
                compared.getClientId(),
                client.getName().isEmpty() ? null : client.getName(),
                client.getClientCode(),
                client.getPartner(),
                client.getManager(),
                client.getGroups(),
                client.getWebUrl(),
                difference.getField(),
                difference.getNowInfinity(),
                difference.getXpm(),
                difference.getBase(),
                changedBy(difference),
                difference.getSince(),
                difference.getUntil(),
                date(difference.getDueDate()),
                at,
                Remedies.of(
                        difference.getKind(),
                        difference.getField(),
                        difference.getNowInfinity(),
                        changedBy(difference),
                        DiscrepancyState.NEW,
                        compared.getEntityId() != null,
                        compared.getClientId() != null),
                FieldNames.of(difference.getField(), Map.of()),
                difference.getConcerns(),
                null,
                null,
                difference.getCandidates().stream().map(Candidate::of).toList());
    }

    private static ChangedBy changedBy(Difference difference) {
        return difference.getChangedBy() == null ? ChangedBy.UNKNOWN : difference.getChangedBy();
    }

    private static @Nullable EntityKind known(@Nullable EntityKind kind) {
        return kind == EntityKind.UNKNOWN ? null : kind;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            // A date that is none must not cost the whole report.
            return null;
        }
    }
}
