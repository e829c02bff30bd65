package com.nowinfinity.xpm.report.discrepancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** The ledger after a run before which nothing happened. */
    public Ledger after(List<Discrepancy> findings, Coverage coverage, Instant at) {
        return after(findings, coverage, at, Meanwhile.NOTHING, Instant.MIN);
    }

    /**
     * The ledger after a run.
     *
     * @param findings of the run, as {@link Findings} makes them
     * @param at when the run ended
     * @param meanwhile what people decided before it
     * @param ranAt when the run before it ended
     */
    public Ledger after(List<Discrepancy> findings, Coverage coverage, Instant at, Meanwhile meanwhile, Instant ranAt) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        Map<String, Discrepancy> former = byId();
        Map<String, Discrepancy> before =
                standing(meanwhile.withoutAcceptances(), ranAt, day).byId();
        List<Discrepancy> nowFound = new ArrayList<>(findings.size());
        long newOnes = 0;
        for (Discrepancy finding : findings) {
            Discrepancy standing =
                    standing(finding, before.remove(finding.id()), at, meanwhile.acceptanceOf(finding.id()), day);
            newOnes += isNews(standing) ? 1 : 0;
            nowFound.add(standing);
        }
        List<Discrepancy> nowCarried = new ArrayList<>();
        long resolved = 0;
        for (Discrepancy rest : before.values()) {
            boolean gone = rest.stands() && coverage.covers(rest);
            Discrepancy left = gone ? rest.standing(DiscrepancyState.RESOLVED, rest.openedAt()) : rest;
            nowCarried.add(left);
            resolved += !left.stands() && former.getOrDefault(left.id(), rest).stands() ? 1 : 0;
        }
        nowFound.sort(ReadingOrder.INSTANCE);
        nowCarried.sort(ReadingOrder.INSTANCE);
        return new Ledger(nowFound, nowCarried, newOnes, resolved);
    }

    /**
     * The ledger as it stands today. Every row keeps its place; what was found anew since the run comes last.
     *
     * @param ranAt when the ledger's run ended
     */
    public Ledger standing(Meanwhile meanwhile, Instant ranAt, LocalDate today) {
        List<Discrepancy> carriedAndMore = new ArrayList<>(meanwhile.over(carried, ranAt, today));
        carriedAndMore.addAll(meanwhile.foundAnew(byId(), ranAt, today));
        return new Ledger(meanwhile.over(found, ranAt, today), carriedAndMore, newSinceLast, resolvedSinceLast);
    }

    /** How many discrepancies there are, whatever their state. */
    public int size() {
        return found.size() + carried.size();
    }

    /** All of them: the found in reading order, then the others. */
    public List<Discrepancy> all() {
        return Stream.concat(found.stream(), carried.stream()).toList();
    }

    private static Discrepancy standing(
            Discrepancy finding,
            @Nullable Discrepancy before,
            Instant at,
            @Nullable Acceptance acceptance,
            LocalDate day) {
        if (acceptance != null && acceptance.holdsOn(day)) {
            return finding.standing(DiscrepancyState.OPEN, before == null ? at : before.openedAt())
                    .accepted(acceptance);
        }
        if (before == null) {
            return finding.standing(DiscrepancyState.NEW, at);
        }
        return switch (before.state()) {
            case NEW, OPEN, REOPENED -> finding.standing(DiscrepancyState.OPEN, before.openedAt());
            case RESOLVED -> finding.standing(DiscrepancyState.REOPENED, at);
            case ACCEPTED ->
                acceptance == null
                        ? finding.standing(DiscrepancyState.ACCEPTED, before.openedAt())
                        : finding.standing(DiscrepancyState.REOPENED, at);
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
