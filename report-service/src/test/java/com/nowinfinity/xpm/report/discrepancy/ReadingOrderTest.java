package com.nowinfinity.xpm.report.discrepancy;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void putsWrongLinksAndNumbersFirstAndContactsLast(long seed) {
        List<Discrepancy> expected = Stream.of(
                        row("link-contradicted", null, Severity.HIGH),
                        row("field-differs", "abn", Severity.MEDIUM),
                        due("2026-04-01"),
                        due("2026-05-01"),
                        dueOf("role-missing-in-nowinfinity", "DIRECTOR:x-1", "2026-05-02"),
                        dueOf("field-differs", "addresses.PRINCIPAL_PLACE", "2026-05-03"),
                        row("state-differs", "status", Severity.HIGH),
                        row("missing-in-xpm", null, Severity.MEDIUM),
                        row("missing-in-nowinfinity", null, Severity.MEDIUM),
                        row("role-ceased", "DIRECTOR:p-1", Severity.HIGH),
                        row("shares-differ", "SHAREHOLDER:p-1", Severity.LOW),
                        row("field-differs", "name", Severity.MEDIUM),
                        row("field-differs", "addresses.PRINCIPAL_PLACE", Severity.MEDIUM),
                        row("field-differs", "email", Severity.LOW),
                        row("a-kind-of-tomorrow", null, Severity.HIGH))
                .toList();
        List<Discrepancy> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(seed));

        shuffled.sort(ReadingOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(expected);
    }

    @Test
    void ordersEqualRowsByNameWhateverTheirCase() {
        Discrepancy zebra = named("Zebra", "c-1");
        Discrepancy apple = named("apple", "c-2");

        assertThat(Stream.of(zebra, apple).sorted(ReadingOrder.INSTANCE)).containsExactly(apple, zebra);
    }

    @Test
    void offersTakingOnlyForContactFields() {
        assertThat(row("field-differs", "email", Severity.LOW).actions()).contains(DiscrepancyAction.TAKE);
        assertThat(row("field-differs", "person.title", Severity.LOW).actions()).contains(DiscrepancyAction.TAKE);
        assertThat(row("field-differs", "name", Severity.LOW).actions())
                .contains(DiscrepancyAction.CHANGE_REQUEST)
                .doesNotContain(DiscrepancyAction.TAKE);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "acn, 004 085 616, true",
        "acn, 004 085 617, false",
        "acn, 53004085616, false",
        "acn, 000 000 000, false",
        "abn, 53 004 085 616, true",
        "abn, 53 004 085 617, false",
        "abn, 00 000 000 000, false",
        "abn, TBA, false"
    })
    void offersToPushANumberOnlyWhenOursCanBeOne(String field, String ours, boolean pushed) {
        List<DiscrepancyAction> actions =
                found(difference("number-invalid", field, ours, null)).actions();

        assertThat(actions.contains(DiscrepancyAction.PUSH)).isEqualTo(pushed);
        assertThat(actions).contains(DiscrepancyAction.CHANGE_REQUEST);
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "role-missing-in-xpm, XPM, CHANGE_REQUEST PUSH",
        "role-missing-in-xpm, BOTH, PUSH CHANGE_REQUEST",
        "role-missing-in-xpm, UNKNOWN, PUSH CHANGE_REQUEST",
        "role-missing-in-xpm, NOWINFINITY, PUSH",
        "role-ceased, XPM, CHANGE_REQUEST PUSH",
        "role-ceased, NOWINFINITY, PUSH",
        "role-dates-differ, XPM, CHANGE_REQUEST PUSH",
        "role-dates-differ, NOWINFINITY, PUSH CHANGE_REQUEST",
        "number-missing, XPM, CHANGE_REQUEST PUSH",
        "number-missing, UNKNOWN, PUSH"
    })
    void offersAChangeRequestFirstForWhatXpmChanged(String kind, ChangedBy changedBy, String offered) {
        Difference difference = Difference.newBuilder(difference(kind, "DIRECTOR:p-1", "ours", "theirs"))
                .setChangedBy(changedBy)
                .build();

        assertThat(found(difference).actions())
                .extracting(DiscrepancyAction::name)
                .containsExactly((offered + " ACCEPT CHECK_AGAIN").split(" "));
    }

    @Test
    void knowsEveryKindOfTheContractByItsCode() {
        assertThat(Stream.of(DiscrepancyKind.values()).map(DiscrepancyKind::code))
                .containsExactlyInAnyOrder(
                        "missing-in-xpm",
                        "missing-in-nowinfinity",
                        "archived-in-xpm",
                        "duplicate-in-xpm",
                        "prospect-in-xpm",
                        "ambiguous-match",
                        "link-contradicted",
                        "recorded-differently",
                        "field-differs",
                        "asic-change-due",
                        "number-invalid",
                        "number-missing",
                        "trustee-number-on-trust",
                        "label-unknown",
                        "structure-differs",
                        "state-differs",
                        "role-missing-in-xpm",
                        "role-missing-in-nowinfinity",
                        "role-ceased",
                        "role-dates-differ",
                        "shares-differ",
                        "another-app-changes");
    }

    private static Discrepancy row(String kind, @Nullable String field, Severity severity) {
        return found(difference(kind, field, "ours", "theirs", severity));
    }

    private static Discrepancy due(String date) {
        Difference difference = difference("asic-change-due", "addresses.RESIDENTIAL", "ours", "theirs");
        return found(Difference.newBuilder(difference).setDueDate(date).build());
    }

    private static Discrepancy dueOf(String kind, String field, String date) {
        Difference difference = difference(kind, field, "ours", "theirs");
        return found(Difference.newBuilder(difference).setDueDate(date).build());
    }

    private static Discrepancy found(Difference difference) {
        return Findings.of(pair("c-1", "x-1", difference), Instant.EPOCH).getFirst();
    }

    private static Discrepancy named(String name, String entityId) {
        EntityCompared compared = EntityCompared.newBuilder(
                        pair(entityId, null, difference("missing-in-xpm", null, name, null)))
                .setEntityName(name)
                .build();
        return Findings.of(compared, Instant.EPOCH).getFirst();
    }
}
