package com.nowinfinity.xpm.report.discrepancy;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nowinfinity.xpm.events.EntityCompared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    private static final Instant RAN_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = RAN_AT.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final EntityCompared DIFFERS = pair(
            "c-1",
            "x-1",
            difference("field-differs", "email", "a@ours", "b@theirs"),
            difference("field-differs", "phone", "1", "2"));
    private static final Coverage EVERYTHING = new Coverage(true, Set.of(), Set.of());

    private final Ledger ledger = Ledger.EMPTY.after(Findings.of(DIFFERS, RAN_AT), EVERYTHING, RAN_AT);
    private final Discrepancy email = ledger.found().getFirst();
    private final Discrepancy phone = ledger.found().getLast();

    @Test
    void acceptsAtOnceAndSaysWhy() {
        assertThat(standing(accepted(email, null), TODAY).found())
                .extracting(Discrepancy::state, Discrepancy::acceptedBecause)
                .containsExactly(tuple(DiscrepancyState.ACCEPTED, "because"), tuple(DiscrepancyState.NEW, null));
    }

    @Test
    void reopensTheDayAfterTheLastOneThatWasAccepted() {
        Meanwhile untilTomorrow = accepted(email, TODAY.plusDays(1));

        assertThat(stateOf(email, untilTomorrow, TODAY)).isEqualTo(DiscrepancyState.ACCEPTED);
        assertThat(stateOf(email, untilTomorrow, TODAY.plusDays(1))).isEqualTo(DiscrepancyState.ACCEPTED);
        assertThat(stateOf(email, untilTomorrow, TODAY.plusDays(2))).isEqualTo(DiscrepancyState.REOPENED);
    }

    @Test
    void keepsAnAcceptanceOverRunsEvenWhenTheValuesMove() {
        EntityCompared moved = pair("c-1", "x-1", difference("field-differs", "email", "a@ours", "c@theirs"));

        Ledger next = ledger.after(
                Findings.of(moved, LATER), EVERYTHING, LATER.plusSeconds(1), accepted(email, null), RAN_AT);

        assertThat(next.found()).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(DiscrepancyState.ACCEPTED);
            assertThat(row.openedAt()).isEqualTo(email.openedAt());
        });
        assertThat(next.newSinceLast()).isZero();
    }

    @Test
    void reportsAsReopenedWhatIsNoLongerAccepted() {
        Meanwhile forADay = accepted(email, TODAY);
        Ledger accepted = ledger.after(Findings.of(DIFFERS, LATER), EVERYTHING, LATER.plusSeconds(1), forADay, RAN_AT);
        Instant monthLater = RAN_AT.plusSeconds(30 * 86_400L);

        Ledger next =
                accepted.after(Findings.of(DIFFERS, monthLater), EVERYTHING, monthLater, forADay, LATER.plusSeconds(1));

        assertThat(rowOf(email, next).state()).isEqualTo(DiscrepancyState.REOPENED);
        assertThat(next.newSinceLast()).isEqualTo(1);
    }

    @Test
    void isResolvedByAWriteUntilARunFindsItAgain() {
        Meanwhile written = new Meanwhile(Map.of(email.id(), new Decision(null, LATER)), List.of());

        assertThat(stateOf(email, written, TODAY)).isEqualTo(DiscrepancyState.RESOLVED);
        assertThat(rowOf(email, standing(written, TODAY)).actions()).isEmpty();
        Instant run = LATER.plusSeconds(60);
        assertThat(rowOf(email, ledger.after(Findings.of(DIFFERS, run), EVERYTHING, run, written, RAN_AT))
                        .state())
                .isEqualTo(DiscrepancyState.REOPENED);
    }

    @Test
    void countsWhatAWriteResolvedAndTheRunConfirmed() {
        Meanwhile written = new Meanwhile(Map.of(email.id(), new Decision(null, LATER)), List.of());
        EntityCompared left = pair("c-1", "x-1", difference("field-differs", "phone", "1", "2"));
        Instant run = LATER.plusSeconds(60);

        Ledger next = ledger.after(Findings.of(left, run), EVERYTHING, run, written, RAN_AT);

        assertThat(rowOf(email, next).state()).isEqualTo(DiscrepancyState.RESOLVED);
        assertThat(next.resolvedSinceLast()).isEqualTo(1);
    }

    @Test
    void takesAWriteBeforeTheRunForKnownToTheRun() {
        Meanwhile before = new Meanwhile(Map.of(email.id(), new Decision(null, RAN_AT.minusSeconds(60))), List.of());

        assertThat(stateOf(email, before, TODAY)).isEqualTo(DiscrepancyState.NEW);
    }

    @Test
    void believesASecondLookAtAPair() {
        Look look = look(pair("c-1", "x-1", difference("field-differs", "phone", "1", "3")));
        Ledger now = standing(new Meanwhile(Map.of(), List.of(look)), TODAY);

        assertThat(rowOf(email, now).state()).isEqualTo(DiscrepancyState.RESOLVED);
        assertThat(rowOf(phone, now).xpm()).isEqualTo("3");
        assertThat(now.all()).hasSize(2);
    }

    @Test
    void addsWhatASecondLookFindsAnewAfterTheRest() {
        Look look = look(pair("c-1", "x-1", difference("number-missing", "abn", "53004085616", null)));
        Ledger now = standing(new Meanwhile(Map.of(), List.of(look)), TODAY);

        assertThat(now.all()).extracting(Discrepancy::id).startsWith(email.id(), phone.id());
        assertThat(now.all().getLast())
                .satisfies(row -> assertThat(row.kind()).isEqualTo("number-missing"))
                .satisfies(row -> assertThat(row.state()).isEqualTo(DiscrepancyState.NEW));
    }

    @Test
    void answersARowOfOneSideByALookAtBoth() {
        EntityCompared missing = pair("c-2", null, difference("missing-in-xpm", null, "Two", null));
        Ledger before = Ledger.EMPTY.after(Findings.of(missing, RAN_AT), EVERYTHING, RAN_AT);
        Meanwhile linked = new Meanwhile(Map.of(), List.of(look(pair("c-2", "x-2"))));

        assertThat(before.standing(linked, RAN_AT, TODAY).found())
                .singleElement()
                .matches(row -> row.state() == DiscrepancyState.RESOLVED);
    }

    @Test
    void leavesOtherPairsOfTheEntityAloneWhenItLooksAtOne() {
        Meanwhile other = new Meanwhile(Map.of(), List.of(look(pair("c-1", "x-9"))));

        assertThat(standing(other, TODAY).found()).containsExactlyElementsOf(ledger.found());
    }

    @Test
    void forgetsALookThatIsOlderThanTheRun() {
        EntityCompared compared = pair("c-1", "x-1");
        Look old = new Look("c-1", "x-1", RAN_AT.minusSeconds(1), Findings.of(compared, RAN_AT));

        assertThat(standing(new Meanwhile(Map.of(), List.of(old)), TODAY).found())
                .containsExactlyElementsOf(ledger.found());
    }

    private Ledger standing(Meanwhile meanwhile, LocalDate today) {
        return ledger.standing(meanwhile, RAN_AT, today);
    }

    private DiscrepancyState stateOf(Discrepancy row, Meanwhile meanwhile, LocalDate today) {
        return rowOf(row, standing(meanwhile, today)).state();
    }

    private static Discrepancy rowOf(Discrepancy row, Ledger ledger) {
        return ledger.all().stream()
                .filter(candidate -> candidate.id().equals(row.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Meanwhile accepted(Discrepancy row, @Nullable LocalDate until) {
        Acceptance acceptance = new Acceptance(LATER, "u-1", "because", until);
        return new Meanwhile(Map.of(row.id(), new Decision(acceptance, null)), List.of());
    }

    private static Look look(EntityCompared compared) {
        return new Look(compared.getEntityId(), compared.getClientId(), LATER, Findings.of(compared, LATER));
    }
}
