package com.nowinfinity.xpm.worker.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.ChangedBy;
import com.nowinfinity.xpm.events.Severity;
import com.nowinfinity.xpm.worker.comparison.Base;
import com.nowinfinity.xpm.worker.comparison.DifferenceKind;
import com.nowinfinity.xpm.worker.comparison.FieldDifference;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {

    @ParameterizedTest(name = "{0}, XPM has {1}, open {2}: asked {3}, followed {4}")
    @CsvSource(
            value = {
                "NOWINFINITY, old,  false, true,  true",
                "NOWINFINITY, NULL, false, true,  true",
                "NOWINFINITY, old,  true,  true,  false",
                "UNKNOWN,     NULL, false, true,  false",
                "UNKNOWN,     NULL, true,  true,  false",
                "UNKNOWN,     old,  false, false, false",
                "UNKNOWN,     old,  true,  false, false",
                "XPM,         old,  false, false, false",
                "XPM,         NULL, false, false, false",
                "XPM,         old,  true,  false, false",
                "BOTH,        old,  false, false, false",
                "BOTH,        NULL, false, false, false",
                "BOTH,        old,  true,  false, false"
            },
            nullValues = "NULL")
    void writesWhatWeChangedAndXpmDidNot(
            ChangedBy who, @Nullable String theirs, boolean open, boolean asked, boolean followed) {
        Base base = new Base(Map.of(), open ? Set.of("email") : Set.of(), null);

        assertThat(new Permission(base, Set.of(), true).allows(row("email", theirs, who)))
                .isEqualTo(asked);
        assertThat(new Permission(base, Set.of(), false).allows(row("email", theirs, who)))
                .isEqualTo(followed);
    }

    @ParameterizedTest
    @EnumSource
    void writesNeverWhatAPersonHasAccepted(ChangedBy who) {
        assertThat(new Permission(Base.NONE, Set.of("email"), true).allows(row("email", null, who)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void writesNeverARowAboutTheWhole(ChangedBy who) {
        assertThat(new Permission(Base.NONE, Set.of(), true).allows(row(null, null, who)))
                .isFalse();
    }

    private static FieldDifference row(@Nullable String field, @Nullable String theirs, ChangedBy who) {
        return new FieldDifference(DifferenceKind.FIELD_DIFFERS, field, "new", theirs, null, who, Severity.LOW);
    }
}
