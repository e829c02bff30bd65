package com.nowinfinity.xpm.standalone.mainjob.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgementTest {

    private static final Finding PHONE = new Finding("field-differs", "c-1", "x-1", "phone");
    private static final Finding EMAIL = new Finding("field-differs", "c-1", "x-1", "email");
    private static final Finding MISSING = new Finding("missing-in-xpm", "c-2", null, null);

    @Test
    void findsWhatIsThere() {
        Judgement judgement = Judgement.of(List.of(PHONE, MISSING), List.of(MISSING, PHONE));

        assertThat(judgement.found()).isEqualTo(2);
        assertThat(judgement.missed()).isEmpty();
        assertThat(judgement.invented()).isEmpty();
    }

    @Test
    void namesWhatIsMissedAndWhatIsInvented() {
        Judgement judgement = Judgement.of(List.of(PHONE, MISSING), List.of(PHONE, EMAIL));

        assertThat(judgement.found()).isEqualTo(1);
        assertThat(judgement.missed()).containsExactly(MISSING);
        assertThat(judgement.invented()).containsExactly(EMAIL);
    }

    @Test
    void countsASecondRowForTheSameThingAsInvented() {
        Judgement judgement = Judgement.of(List.of(PHONE), List.of(PHONE, PHONE));

        assertThat(judgement.found()).isEqualTo(1);
        assertThat(judgement.invented()).containsExactly(PHONE);
    }

    @Test
    void judgesKindByKind() {
        Judgement judgement = Judgement.of(List.of(PHONE, MISSING), List.of(PHONE, EMAIL));

        assertThat(judgement.kinds())
                .containsExactly(
                        new KindJudgement("field-differs", 1, 1, 0, 1),
                        new KindJudgement("missing-in-xpm", 1, 0, 1, 0));
        assertThat(KindJudgement.table(judgement.kinds()).lines()).hasSize(3);
    }

    @Test
    void namesTheTrapsBehindAnInventedRow() {
        JsonNode traps = JsonMapper.shared().readTree("""
                        [{"name": "unit-form", "entityId": "c-1", "clientId": "x-1", "field": "addresses.CONTACT"},
                         {"name": "capitals", "entityId": "c-1", "clientId": "x-1", "field": "name"},
                         {"name": "namesake", "entityId": "c-2", "clientId": null, "field": null}]
                        """);

        assertThat(Traps.of(traps).behind(new Finding("field-differs", "c-1", "x-1", "name")))
                .containsExactly("capitals");
        assertThat(Traps.of(traps).behind(MISSING)).containsExactly("namesake");
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
