package com.nowinfinity.xpm.report.flags;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static com.nowinfinity.xpm.report.discrepancy.Compared.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.Difference;
import com.nowinfinity.xpm.report.discrepancy.Coverage;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.discrepancy.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagsTest {

    @ParameterizedTest
    @CsvSource({
        "missing-in-xpm,,not-found-in-xpm",
        "archived-in-xpm,,archived-in-xpm",
        "ambiguous-match,,ambiguous",
        "prospect-in-xpm,,prospect-in-xpm",
        "trustee-number-on-trust,abn,number-differs",
        "number-missing,acn,number-differs",
        "state-differs,,state-differs",
        "asic-change-due,person.lastName,asic-change-due",
        "field-differs,addresses.CONTACT,address-differs",
        "shares-differ,SHAREHOLDER:p-1,role-differs",
        "field-differs,email,differs",
        "a-kind-of-tomorrow,,differs"
    })
    void pinsADiscrepancyByWhatItMeans(String kind, @Nullable String field, String code) {
        assertThat(Flags.of(Optional.empty(), false, found(difference(kind, field, "a", "b"))))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo(code);
                    assertThat(flag.count()).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "asic-change-due,addresses.RESIDENTIAL,,address-differs",
        "field-differs,addresses.PRINCIPAL_PLACE,2026-07-01,address-differs",
        "role-missing-in-nowinfinity,DIRECTOR:x-2,2026-07-01,role-differs"
    })
    void pinsWhatIsDueAtAsicAsThatAndAsWhatItIs(String kind, String field, @Nullable String due, String code) {
        Difference difference = Difference.newBuilder(difference(kind, field, "a", "b"))
                .setDueDate(due)
                .build();

        assertThat(Flags.of(Optional.empty(), false, found(difference)))
                .extracting(Flag::code)
                .containsExactly("asic-change-due", code);
    }

    @Test
    void countsDiscrepanciesOfOnePin() {
        assertThat(Flags.of(
                        Optional.empty(),
                        false,
                        found(
                                difference("field-differs", "email", "a", "b"),
                                difference("field-differs", "phone", "1", "2"))))
                .singleElement()
                .matches(flag -> flag.count() == 2);
    }

    @Test
    void takesAPinOffWhenItsDiscrepancyIsResolved() {
        Ledger open = Ledger.EMPTY.after(
                found(difference("field-differs", "email", "a", "b")),
                new Coverage(true, Set.of(), Set.of()),
                Instant.EPOCH);
        Ledger resolved = open.after(List.of(), new Coverage(true, Set.of(), Set.of()), Instant.EPOCH);

        assertThat(Flags.of(Optional.of("x-1"), false, resolved.all()))
                .singleElement()
                .matches(flag -> flag.code().equals("linked") && "x-1".equals(flag.clientId()));
    }

    private static List<Discrepancy> found(Difference... differences) {
        return Findings.of(pair("c-1", "x-1", differences), Instant.EPOCH);
    }
}
