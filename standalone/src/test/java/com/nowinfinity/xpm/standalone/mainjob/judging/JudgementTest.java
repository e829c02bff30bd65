package com.nowinfinity.xpm.standalone.mainjob.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Finding PHONE = new Finding("field-differs", "c-1", "x-1", "phone");
    private static final Finding EMAIL = new Finding("field-differs", "c-1", "x-1", "email");
    private static final Finding MISSING = new Finding("missing-in-xpm", "c-2", null, null);

    @Test
    void findsWhatIsThere() {
        Judgement judgement = Judgement.of(List.of(PHONE, MISSING), List.of(MISSING, PHONE));

        assertThat(judgement).isEqualTo(new Judgement(2, 2, List.of(), List.of()));
    }

    @Test
    void namesWhatIsMissedAndWhatIsInvented() {
        Judgement judgement = Judgement.of(List.of(PHONE, MISSING), List.of(PHONE, EMAIL));

        assertThat(judgement.found()).isEqualTo(1);
        assertThat(judgement.missed()).containsExactly(MISSING);
        assertThat(judgement.invented()).containsExactly(EMAIL);
    }

    @Test
    void takesANullOfTheTruthAsAnyValue() {
        Finding anyField = new Finding("field-differs", "c-1", null, null);

        assertThat(Judgement.of(List.of(anyField), List.of(PHONE)).invented()).isEmpty();
        assertThat(Judgement.of(List.of(anyField), List.of(PHONE)).missed()).isEmpty();
    }

    @Test
    void takesANullOfTheReportAsNothing() {
        Finding withoutField = new Finding("field-differs", "c-1", "x-1", null);

        assertThat(Judgement.of(List.of(PHONE), List.of(withoutField)).missed()).containsExactly(PHONE);
    }
}
