package com.nowinfinity.xpm.worker.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntityKind;
import com.nowinfinity.xpm.events.RunKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunScopeTest {

    /** Each kind belongs to exactly one kind of run, so that the four of them together look at everything once. */
    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "COMPANY, COMPANIES",
        "TRUST, TRUSTS",
        "SUPER_FUND, SUPER_FUNDS",
        "INDIVIDUAL, INDIVIDUALS",
        "SOLE_TRADER, INDIVIDUALS",
        "PARTNERSHIP, INDIVIDUALS",
        "OTHER, INDIVIDUALS",
        "UNKNOWN, INDIVIDUALS"
    })
    void holdsAKindInOneRunOnly(EntityKind kind, RunKind run) {
        assertThat(Stream.of(RunKind.values()).filter(one -> new RunScope(List.of(one)).holds(kind)))
                .containsExactly(run);
        assertThat(new RunScope(List.of(RunKind.TRUSTS, RunKind.COMPANIES)).holds(kind))
                .isEqualTo(run == RunKind.TRUSTS || run == RunKind.COMPANIES);
        assertThat(new RunScope(List.of()).holds(kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"COMPANIES", "TRUSTS", "SUPER_FUNDS", "INDIVIDUALS"})
    void isEverythingOnlyWhereNoKindIsNamed(RunKind run) {
        assertThat(new RunScope(List.of()).isEverything()).isTrue();
        assertThat(new RunScope(List.of(run)).isEverything()).isFalse();
    }
}
