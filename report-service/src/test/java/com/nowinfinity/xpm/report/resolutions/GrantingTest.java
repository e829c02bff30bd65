package com.nowinfinity.xpm.report.resolutions;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.report.discrepancy.Coverage;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.DiscrepancyAction;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import com.nowinfinity.xpm.report.resolutions.Granting.Granted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantingTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Ledger LEDGER = Ledger.EMPTY.after(
            Stream.of(
                            pair(
                                    "c-1",
                                    "x-1",
                                    difference("field-differs", "email", "a", "b"),
                                    difference("field-differs", "name", "A", "B")),
                            pair("c-2", null, difference("missing-in-xpm", null, "Two", null)),
                            pair(null, "x-3", difference("missing-in-nowinfinity", null, null, "Three")),
                            pair(null, null, difference("label-unknown", "kind:Odd", null, "3 clients")))
                    .flatMap(compared -> Findings.of(compared, Instant.EPOCH).stream())
                    .toList(),
            new Coverage(true, Set.of(), Set.of()),
            Instant.EPOCH);

    private final Granting granting = new Granting(LEDGER, "x-9"::equals, TODAY);

    @ParameterizedTest
    @CsvSource({
        "email,PUSH",
        "email,TAKE",
        "email,ACCEPT",
        "email,CHECK_AGAIN",
        "name,CHANGE_REQUEST",
        "missing-in-xpm,PUSH",
        "missing-in-nowinfinity,TAKE",
        "kind:Odd,ACCEPT"
    })
    void grantsWhatADiscrepancyOffers(String what, DiscrepancyAction action) {
        Granted granted = granting.of(List.of(wish(row(what), action)));

        assertThat(granted.refused()).isEmpty();
        assertThat(granted.items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "name,TAKE",
        "email,CHANGE_REQUEST",
        "email,LINK",
        "missing-in-xpm,TAKE",
        "missing-in-nowinfinity,PUSH",
        "missing-in-nowinfinity,LINK",
        "kind:Odd,CHECK_AGAIN"
    })
    void refusesWhatItDoesNotOffer(String what, DiscrepancyAction action) {
        assertThat(granting.of(List.of(wish(row(what), action))).refused())
                .extracting(Refusal::code)
                .containsExactly("not-offered");
    }

    @Test
    void linksOnlyToAClientThatWasSeen() {
        String id = row("missing-in-xpm").id();

        assertThat(codes(new Wish(id, DiscrepancyAction.LINK, null, null, null, null)))
                .containsExactly("client-needed");
        assertThat(codes(new Wish(id, DiscrepancyAction.LINK, "x-8", null, null, null)))
                .containsExactly("client-unknown");
        assertThat(codes(new Wish(id, DiscrepancyAction.LINK, "x-9", null, null, null)))
                .isEmpty();
    }

    @Test
    void acceptsWithAReasonOrWithoutAndNotUntilADayThatIsOver() {
        String id = row("email").id();

        assertThat(codes(new Wish(id, DiscrepancyAction.ACCEPT, null, null, null, null)))
                .isEmpty();
        assertThat(codes(new Wish(id, DiscrepancyAction.ACCEPT, null, "so", TODAY.minusDays(1), null)))
                .containsExactly("until-past");
        assertThat(codes(new Wish(id, DiscrepancyAction.ACCEPT, null, "so", TODAY, null)))
                .isEmpty();
    }

    @Test
    void refusesUnknownOnesAndASecondActionForOne() {
        Discrepancy email = row("email");
        Wish unknown = new Wish("none", DiscrepancyAction.PUSH, null, null, null, null);

        assertThat(codes(wish(email, DiscrepancyAction.PUSH), wish(email, DiscrepancyAction.CHECK_AGAIN), unknown))
                .containsExactly("twice", "unknown-discrepancy");
    }

    @Test
    void refusesWhatMovedSinceAPersonSawIt() {
        Discrepancy email = row("email");

        assertThat(codes(new Wish(email.id(), DiscrepancyAction.PUSH, null, null, null, "other")))
                .containsExactly("moved");
        assertThat(codes(new Wish(email.id(), DiscrepancyAction.PUSH, null, null, null, email.seen())))
                .isEmpty();
    }

    private List<String> codes(Wish... wishes) {
        return granting.of(List.of(wishes)).refused().stream()
                .map(Refusal::code)
                .toList();
    }

    private static Wish wish(Discrepancy row, DiscrepancyAction action) {
        return new Wish(row.id(), action, null, "because", null, null);
    }

    private static Discrepancy row(String fieldOrKind) {
        return LEDGER.found().stream()
                .filter(row -> fieldOrKind.equals(fieldOr(row.field(), row.kind())))
                .findFirst()
                .orElseThrow();
    }

    private static String fieldOr(@Nullable String field, String kind) {
        return field == null ? kind : field;
    }
}
