package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to discrepancies between runs: people's decisions, and looks at single records. It lies over the ledger of
 * the last run and never changes it; what is older than that run is in it already.
 *
 * @param decisions by the discrepancy's id
 */
public record Meanwhile(Map<String, Decision> decisions, List<Look> looks) {

    public static final Meanwhile NOTHING = new Meanwhile(Map.of(), List.of());

    public Meanwhile {
        decisions = Map.copyOf(decisions);
        looks = looks.stream().sorted(Comparator.comparing(Look::at)).toList();
    }

    /** Without people's acceptances, which the next run asks for itself. */
    Meanwhile withoutAcceptances() {
        Map<String, Decision> left = new HashMap<>();
        decisions.forEach((id, decision) -> left.put(id, new Decision(null, decision.resolvedAt())));
        return new Meanwhile(left, looks);
    }

    @Nullable
    Acceptance acceptanceOf(String id) {
        return decisions.getOrDefault(id, Decision.NONE).acceptance();
    }

    /** The rows as they stand, each where it was; what single looks found anew comes after them. */
    List<Discrepancy> over(List<Discrepancy> rows, Instant ranAt, LocalDate today) {
        List<Look> fresh =
                looks.stream().filter(look -> look.at().isAfter(ranAt)).toList();
        return rows.stream()
                .map(row -> decided(looked(row, fresh), ranAt, today))
                .toList();
    }

    /** What looks found that none of the rows is. */
    List<Discrepancy> foundAnew(Map<String, Discrepancy> known, Instant ranAt, LocalDate today) {
        Map<String, Discrepancy> more = new HashMap<>();
        looks.stream().filter(look -> look.at().isAfter(ranAt)).forEach(look -> {
            more.values().removeIf(row -> look.covers(row) && !look.found(row));
            look.findings().stream()
                    .filter(finding -> !known.containsKey(finding.id()))
                    .forEach(finding -> more.put(finding.id(), finding));
        });
        List<Discrepancy> found = new ArrayList<>(more.values());
        found.sort(ReadingOrder.INSTANCE);
        return found.stream().map(row -> decided(row, ranAt, today)).toList();
    }

    private static Discrepancy looked(Discrepancy row, List<Look> fresh) {
        Discrepancy standing = row;
        for (Look look : fresh) {
            Discrepancy before = standing;
            standing = look.findings().stream()
                    .filter(finding -> finding.id().equals(before.id()))
                    .findFirst()
                    .map(finding -> again(finding, before, look.at()))
                    .orElseGet(() -> before.stands() && look.covers(before)
                            ? before.standing(DiscrepancyState.RESOLVED, before.openedAt())
                            : before);
        }
        return standing;
    }

    private static Discrepancy again(Discrepancy finding, Discrepancy before, Instant at) {
        return before.stands()
                ? finding.standing(before.state(), before.openedAt())
                : finding.standing(DiscrepancyState.REOPENED, at);
    }

    private Discrepancy decided(Discrepancy row, Instant ranAt, LocalDate today) {
        Decision decision = decisions.getOrDefault(row.id(), Decision.NONE);
        Instant resolvedAt = decision.resolvedAt();
        if (!row.stands()) {
            return row;
        }
        if (resolvedAt != null && resolvedAt.isAfter(ranAt) && !isLookedAtAfter(row, resolvedAt)) {
            return row.standing(DiscrepancyState.RESOLVED, row.openedAt());
        }
        Acceptance acceptance = decision.acceptance();
        if (acceptance == null) {
            return row;
        }
        if (acceptance.holdsOn(today)) {
            return row.accepted(acceptance);
        }
        boolean reopens =
                row.state() == DiscrepancyState.ACCEPTED || acceptance.at().isAfter(ranAt);
        return reopens ? row.standing(DiscrepancyState.REOPENED, row.openedAt()) : row;
    }

    private boolean isLookedAtAfter(Discrepancy row, Instant time) {
        return looks.stream().anyMatch(look -> look.at().isAfter(time) && look.found(row));
    }
}
