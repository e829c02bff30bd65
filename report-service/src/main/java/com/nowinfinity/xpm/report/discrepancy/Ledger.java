package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All discrepancies of a business as they stand after a run. A ledger never changes; the next run makes the next one
 * out of it, and the same run makes the same one however often it is asked.
 *
 * @param found what the run found, in reading order: the rows of its report
 * @param carried what it did not find: resolved, or outside of what it looked at
 * @param newSinceLast how many of the found are new or found again after they were resolved
 * @param resolvedSinceLast how many of the carried the run resolved
 */
public record Ledger(List<Discrepancy> found, List<Discrepancy> carried, long newSinceLast, long resolvedSinceLast) {

    public static final Ledger EMPTY = new Ledger(List.of(), List.of(), 0, 0);

    public Ledger {
        found = List.copyOf(found);
        carried = List.copyOf(carried);
    }

    /**
     * The ledger after a run.
     *
     * @param findings of the run, as {@link Findings} makes them
     * @param at when the run ended
     */
    public Ledger after(List<Discrepancy> findings, Coverage coverage, Instant at) {
        Map<String, Discrepancy> before = byId();
        List<Discrepancy> nowFound = new ArrayList<>(findings.size());
        long newOnes = 0;
        for (Discrepancy finding : findings) {
            Discrepancy standing = standing(finding, before.remove(finding.id()), at);
            newOnes += isNews(standing) ? 1 : 0;
            nowFound.add(standing);
        }
        List<Discrepancy> nowCarried = new ArrayList<>();
        long resolved = 0;
        for (Discrepancy rest : before.values()) {
            boolean gone = rest.stands() && coverage.covers(rest);
            nowCarried.add(gone ? rest.standing(DiscrepancyState.RESOLVED, rest.openedAt()) : rest);
            resolved += gone ? 1 : 0;
        }
        nowFound.sort(ReadingOrder.INSTANCE);
        nowCarried.sort(ReadingOrder.INSTANCE);
        return new Ledger(nowFound, nowCarried, newOnes, resolved);
    }

    /** How many discrepancies there are, whatever their state. */
    public int size() {
        return found.size() + carried.size();
    }

    /** All of them: the found in reading order, then the others. */
    public List<Discrepancy> all() {
        return Stream.concat(found.stream(), carried.stream()).toList();
    }

    private static Discrepancy standing(Discrepancy finding, @Nullable Discrepancy before, Instant at) {
        if (before == null) {
            return finding.standing(DiscrepancyState.NEW, at);
        }
        return switch (before.state()) {
            case NEW, OPEN, REOPENED -> finding.standing(DiscrepancyState.OPEN, before.openedAt());
            case RESOLVED -> finding.standing(DiscrepancyState.REOPENED, at);
            case ACCEPTED -> finding.standing(DiscrepancyState.ACCEPTED, before.openedAt());
        };
    }

    private static boolean isNews(Discrepancy discrepancy) {
        return discrepancy.state() == DiscrepancyState.NEW || discrepancy.state() == DiscrepancyState.REOPENED;
    }

    private Map<String, Discrepancy> byId() {
        Map<String, Discrepancy> byId = new HashMap<>();
        carried.forEach(discrepancy -> byId.put(discrepancy.id(), discrepancy));
        found.forEach(discrepancy -> byId.put(discrepancy.id(), discrepancy));
        return byId;
    }
}
