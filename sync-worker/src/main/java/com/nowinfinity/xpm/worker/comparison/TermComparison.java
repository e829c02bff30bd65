package com.nowinfinity.xpm.worker.comparison;

import com.nowinfinity.xpm.events.RelationshipType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final @Nullable String agreed;
    private final LocalDate today;

    /** @param agreed the form in which both sides agreed on the role last */
    TermComparison(
            RelationshipType type, List<Term> ours, List<Term> theirs, @Nullable String agreed, LocalDate today) {
        this.type = type;
        this.ours = ours;
        this.theirs = theirs;
        this.agreed = agreed;
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
        return our.sameStarts(their) && !tellsStart() ? null : DifferenceKind.ROLE_DATES_DIFFER;
    }

    /**
     * Whether we told or corrected a first day since the two agreed, of which XPM has none. Only of the one term of each
     * side: of several nobody knows whose day it is.
     */
    boolean tellsStart() {
        RoleState our = state(current(ours));
        RoleState their = state(current(theirs));
        if (our == null || their == null || agreed == null || !RoleState.isForm(agreed)) {
            return false;
        }
        Set<String> before = RoleState.read(agreed).starts();
        return ours.size() == 1
                && theirs.size() == 1
                && !our.starts().isEmpty()
                && their.starts().isEmpty()
                && before.size() <= 1
                && !before.equals(our.starts());
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
        String their = Term.formOver(theirs);
        return differ || tellsEnd(their)
                ? new Result(DifferenceKind.ROLE_DATES_DIFFER, our, their)
                // Where each knows of terms that the other does not, ours stands for both.
                : new Result(null, our, our);
    }

    /** Whether we corrected the last day of the one term of which a side knows no first day, and XPM has it as agreed. */
    private boolean tellsEnd(String their) {
        return agreed != null
                && ours.size() == 1
                && Term.isSameButForStart(agreed, their)
                && !Objects.equals(ours.getFirst().end(), theirs.getFirst().end());
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
