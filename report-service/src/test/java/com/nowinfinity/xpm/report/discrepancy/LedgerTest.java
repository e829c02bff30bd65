package com.nowinfinity.xpm.report.discrepancy;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.nowinfinity.xpm.events.EntityCompared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");
    private static final EntityCompared EMAIL_DIFFERS =
            pair("c-1", "x-1", difference("field-differs", "email", "a@ours", "b@theirs"));
    private static final EntityCompared IN_STEP = pair("c-1", "x-1");

    @Test
    void callsWhatTheFirstRunFindsNew() {
        Ledger ledger = after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS);

        assertThat(ledger.found()).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(DiscrepancyState.NEW);
            assertThat(found.openedAt()).isEqualTo(MONDAY);
        });
        assertThat(ledger.newSinceLast()).isEqualTo(1);
    }

    @Test
    void keepsIdAndOpeningTimeOverRuns() {
        Ledger first = after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS);
        Ledger second = after(first, TUESDAY, EMAIL_DIFFERS);

        assertThat(second.found()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(first.found().getFirst().id());
            assertThat(found.state()).isEqualTo(DiscrepancyState.OPEN);
            assertThat(found.openedAt()).isEqualTo(MONDAY);
        });
        assertThat(second.newSinceLast()).isZero();
    }

    @Test
    void isTheSameDiscrepancyWhenOnlyTheValuesMoved() {
        Ledger first = after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS);
        Ledger second =
                after(first, TUESDAY, pair("c-1", "x-1", difference("field-differs", "email", "new@ours", "b@theirs")));

        assertThat(second.found()).singleElement().satisfies(found -> {
            assertThat(found.id()).isEqualTo(first.found().getFirst().id());
            assertThat(found.nowInfinity()).isEqualTo("new@ours");
        });
    }

    @Test
    void resolvesWhatARunLooksAtAndDoesNotFind() {
        Ledger ledger = after(after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS), TUESDAY, IN_STEP);

        assertThat(ledger.found()).isEmpty();
        assertThat(ledger.carried()).singleElement().satisfies(gone -> {
            assertThat(gone.state()).isEqualTo(DiscrepancyState.RESOLVED);
            assertThat(gone.actions()).isEmpty();
        });
        assertThat(ledger.resolvedSinceLast()).isEqualTo(1);
    }

    @Test
    void reopensWhatComesBack() {
        Ledger resolved = after(after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS), TUESDAY, IN_STEP);
        Ledger ledger = after(resolved, WEDNESDAY, EMAIL_DIFFERS);

        assertThat(ledger.found()).singleElement().satisfies(back -> {
            assertThat(back.state()).isEqualTo(DiscrepancyState.REOPENED);
            assertThat(back.openedAt()).isEqualTo(WEDNESDAY);
        });
        assertThat(ledger.newSinceLast()).isEqualTo(1);
        assertThat(ledger.carried()).isEmpty();
    }

    @Test
    void leavesAloneWhatARestrictedRunDidNotLookAt() {
        Ledger first = after(
                Ledger.EMPTY,
                MONDAY,
                EMAIL_DIFFERS,
                pair("t-1", "x-2", difference("field-differs", "phone", "1", "2")));
        Ledger second = first.after(List.of(), new Coverage(false, Set.of("c-1"), Set.of("x-1")), TUESDAY);

        assertThat(second.carried())
                .extracting(Discrepancy::entityId, Discrepancy::state)
                .containsExactlyInAnyOrder(tuple("c-1", DiscrepancyState.RESOLVED), tuple("t-1", DiscrepancyState.NEW));
    }

    @Test
    void resolvesWhatAFullRunNoLongerMentions() {
        Ledger first = after(
                Ledger.EMPTY, MONDAY, pair(null, "x-9", difference("missing-in-nowinfinity", null, null, "Gone Pty")));
        Ledger second = first.after(List.of(), new Coverage(true, Set.of(), Set.of()), TUESDAY);

        assertThat(second.carried()).singleElement().matches(gone -> gone.state() == DiscrepancyState.RESOLVED);
    }

    @Test
    void keepsWhatAPersonAccepted() {
        Discrepancy found = after(Ledger.EMPTY, MONDAY, EMAIL_DIFFERS).found().getFirst();
        Ledger accepted = new Ledger(List.of(found.standing(DiscrepancyState.ACCEPTED, MONDAY)), List.of(), 0, 0);

        assertThat(after(accepted, TUESDAY, EMAIL_DIFFERS).found())
                .singleElement()
                .matches(still -> still.state() == DiscrepancyState.ACCEPTED);
    }

    @Test
    void makesTheSameLedgerAgainFromTheSameRun() {
        Ledger first = after(
                Ledger.EMPTY,
                MONDAY,
                EMAIL_DIFFERS,
                pair("c-2", null, difference("missing-in-xpm", null, "Two", null)));

        assertThat(after(first, TUESDAY, EMAIL_DIFFERS)).isEqualTo(after(first, TUESDAY, EMAIL_DIFFERS));
    }

    @Test
    void tellsTwoDifferencesOfOneKindInOnePairApart() {
        EntityCompared twins = pair(
                "c-1",
                "x-1",
                difference("duplicate-in-xpm", null, "One", "Twin A"),
                difference("duplicate-in-xpm", null, "One", "Twin B"));

        assertThat(after(Ledger.EMPTY, MONDAY, twins).found())
                .extracting(Discrepancy::id)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void neverTakesAnotherBusinessesDiscrepancyForItsOwn() {
        EntityCompared elsewhere =
                EntityCompared.newBuilder(EMAIL_DIFFERS).setBusinessId("b-2").build();

        assertThat(Findings.of(elsewhere, MONDAY).getFirst().id())
                .isNotEqualTo(Findings.of(EMAIL_DIFFERS, MONDAY).getFirst().id());
    }

    private static Ledger after(Ledger before, Instant at, EntityCompared... pairs) {
        List<Discrepancy> findings = new ArrayList<>();
        Set<String> entities = new HashSet<>();
        Set<String> clients = new HashSet<>();
        for (EntityCompared compared : pairs) {
            findings.addAll(Findings.of(compared, at));
            if (compared.getEntityId() != null) {
                entities.add(compared.getEntityId());
            }
            if (compared.getClientId() != null) {
                clients.add(compared.getClientId());
            }
        }
        return before.after(findings, new Coverage(false, entities, clients), at);
    }
}
