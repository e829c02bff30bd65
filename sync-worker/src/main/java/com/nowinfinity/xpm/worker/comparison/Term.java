package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.api.practice.ClientRelationship;
import com.nowinfinity.xpm.events.Relationship;
import com.nowinfinity.xpm.worker.normal.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One appointment or parcel, of either side. */
record Term(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Long shares,
        boolean countable) {

    private static final String OVER = "over:";
    private static final String UNKNOWN = "null";

    static Term of(Relationship ours) {
        return new Term(
                Dates.read(ours.getStartDate()).orElse(null),
                Dates.read(ours.getEndDate()).orElse(null),
                ours.getShares(),
                ours.getShares() != null && !ours.getJoint() && ours.getBeneficial());
    }

    static Term of(ClientRelationship theirs) {
        return new Term(theirs.startDate(), theirs.endDate(), theirs.numberOfShares(), true);
    }

    boolean isCurrent(LocalDate today) {
        return end == null || end.isAfter(today);
    }

    /**
     * Whether this one is a role of its own beside those, all of which are over: held now, and begun on the day the
     * last of them ended or later. Its start tells it apart; without one it may be any of them.
     */
    boolean isAnewAfter(List<Term> others, LocalDate today) {
        return start != null
                && isCurrent(today)
                && others.stream()
                        .allMatch(other -> other.end != null
                                && !other.isCurrent(today)
                                && !start.equals(other.start)
                                && !start.isBefore(other.end));
    }

    /** Terms that are over, in the form in which they are agreed on. */
    static String formOver(List<Term> terms) {
        return terms.stream()
                .map(term -> term.start + "/" + term.end)
                .sorted()
                .collect(Collectors.joining(",", OVER, ""));
    }

    /** Whether two such forms are of one term and tell the same, but that one of them knows no first day. */
    static boolean isSameButForStart(String one, String other) {
        String[] first = one.split("[:/]", -1);
        String[] second = other.split("[:/]", -1);
        return one.startsWith(OVER)
                && other.startsWith(OVER)
                && first.length == 3
                && second.length == 3
                && first[2].equals(second[2])
                && (first[1].equals(UNKNOWN) || second[1].equals(UNKNOWN));
    }

    String shown() {
        String span = (start == null ? "" : "from " + start + " ") + (end == null ? "current" : "to " + end);
        return shares == null ? span : span + ", " + shares + " shares";
    }
}
