package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.RelationshipType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the terms of one role, ours with XPM's. */
final class TermComparison {

    /**
     * @param kind null where nothing differs
     * @param ours the form to agree on; null where there is nothing of it
     */
    record Result(
            @Nullable DifferenceKind kind,
            @Nullable String ours,
            @Nullable String theirs) {}

    private final RelationshipType type;
    private final List<Term> ours;
    private final List<Term> theirs;
    private final LocalDate today;

    TermComparison(RelationshipType type, List<Term> ours, List<Term> theirs, LocalDate today) {
        this.type = type;
        this.ours = ours;
        this.theirs = theirs;
        this.today = today;
    }

    Result compare() {
        List<Term> oursNow = current(ours);
        List<Term> theirsNow = current(theirs);
        if (oursNow.isEmpty() && theirsNow.isEmpty()) {
            return compareOver();
        }
        RoleState our = state(oursNow);
        RoleState their = state(theirsNow);
        return new Result(kind(our, their), form(ours, today), form(theirs, today));
    }

    /** The form in which a role is agreed on: as it is held, or as it was; null where it was never told. */
    static @Nullable String form(List<Term> terms, LocalDate today) {
        RoleState held =
                state(terms.stream().filter(term -> term.isCurrent(today)).toList());
        return held != null ? held.form() : terms.isEmpty() ? null : Term.formOver(terms);
    }

    private @Nullable DifferenceKind kind(@Nullable RoleState our, @Nullable RoleState their) {
        if (their == null) {
            return DifferenceKind.ROLE_MISSING_IN_XPM;
        }
        if (our == null || (type != RelationshipType.SHAREHOLDER && goesOnInXpm())) {
            return DifferenceKind.ROLE_CEASED;
        }
        if (!our.sameShares(their)) {
            return DifferenceKind.SHARES_DIFFER;
        }
        return our.sameStarts(their) ? null : DifferenceKind.ROLE_DATES_DIFFER;
    }

    /** A term of ours that is over, which XPM shows as held beside the one that is. Parcels are counted, not told apart. */
    private boolean goesOnInXpm() {
        List<Term> now = current(ours);
        return current(theirs).stream()
                .filter(term -> term.start() != null)
                .anyMatch(term -> ours.stream().anyMatch(other -> isOver(other) && sameStart(other, term))
                        && now.stream().noneMatch(other -> sameStart(other, term)));
    }

    private Result compareOver() {
        if (theirs.isEmpty()) {
            return new Result(null, null, null);
        }
        boolean differ = ours.stream()
                .anyMatch(our -> theirs.stream().anyMatch(their -> sameStart(our, their))
                        && theirs.stream()
                                .noneMatch(their -> sameStart(our, their) && Objects.equals(our.end(), their.end())));
        String our = Term.formOver(ours);
        return differ
                ? new Result(DifferenceKind.ROLE_DATES_DIFFER, our, Term.formOver(theirs))
                // Where each knows of terms that the other does not, ours stands for both.
                : new Result(null, our, our);
    }

    private static boolean sameStart(Term one, Term other) {
        return Objects.equals(one.start(), other.start());
    }

    private boolean isOver(Term term) {
        return !term.isCurrent(today);
    }

    private List<Term> current(List<Term> terms) {
        return terms.stream().filter(term -> term.isCurrent(today)).toList();
    }

    /** Null when nothing of it is held now. */
    private static @Nullable RoleState state(List<Term> held) {
        Stream<@Nullable String> starts = held.stream().map(term -> Objects.toString(term.start(), null));
        return held.isEmpty() ? null : RoleState.of(starts, total(held));
    }

    /** Null where it cannot be compared: joint, not for the holder itself, not told, or no number at all. */
    private static @Nullable Long total(List<Term> held) {
        if (!held.stream().allMatch(Term::countable)) {
            return null;
        }
        long total = 0;
        for (Term term : held) {
            long shares = term.shares() == null ? 0 : term.shares();
            if (shares > Long.MAX_VALUE - Math.max(total, 0)) {
                return null;
            }
            total += shares;
        }
        return total;
    }
}
