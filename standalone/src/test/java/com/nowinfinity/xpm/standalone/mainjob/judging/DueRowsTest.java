package com.nowinfinity.xpm.standalone.mainjob.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DueRowsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Finding ROLE = new Finding("role-missing-in-xpm", "c-1", "x-1", "DIRECTOR:p-1");

    @Test
    void isContentWithTheDayThatTheLawGives() {
        assertThat(DueRows.problems(report("2026-03-29"), List.of(ROLE), TODAY)).isEmpty();
        assertThat(DueRows.problems(report("2026-03-30"), List.of(ROLE), TODAY)).isEmpty();
        assertThat(DueRows.problems(report(null), List.of(), TODAY)).isEmpty();
    }

    @Test
    void namesWhatHasNoDayAWrongOneOrOneTooMany() {
        assertThat(DueRows.problems(report(null), List.of(ROLE), TODAY))
                .singleElement()
                .asString()
                .contains("does not say");
        assertThat(DueRows.problems(report("2026-03-28"), List.of(ROLE), TODAY))
                .singleElement()
                .asString()
                .contains("not in 28 days");
        assertThat(DueRows.problems(report("2026-03-29"), List.of(), TODAY))
                .singleElement()
                .asString()
                .contains("says that ASIC");
    }

    private static JsonNode report(@Nullable String day) {
        String due = day == null ? "null" : "\"" + day + "\"";
        return JsonMapper.shared().readTree("""
                        {"discrepancies": [{"kind": "role-missing-in-xpm", "entityId": "c-1", "clientId": "x-1",
                         "field": "DIRECTOR:p-1", "dueDate": %s}]}
                        """.formatted(due));
    }
}
