package com.nowinfinity.xpm.standalone.mainjob.judging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SameReportTest {

    private static final String PHONE = """
            {"id": "1", "kind": "field-differs", "entityId": "c-1", "field": "phone", "changedBy": "XPM",
             "severity": "LOW", "since": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z", "state": "NEW"}
            """;
    private static final String NAME = """
            {"id": "2", "kind": "field-differs", "entityId": "c-1", "field": "name"}
            """;

    @Test
    void seesNoDifferenceInWhatPasses() {
        String later = PHONE.replace("NEW", "OPEN").replace("2026-01-02", "2026-01-03");

        assertThat(SameReport.differences(report(PHONE, NAME), report(later, NAME)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"XPM\"', '\"UNKNOWN\"', changedBy",
        "'\"LOW\"', '\"HIGH\"', severity",
        "'2026-01-01', '2026-01-02', since",
        "'\"phone\"', '\"phone\", \"dueDate\": \"2026-02-01\"', dueDate"
    })
    void seesAnyOtherValue(String value, String other, String name) {
        assertThat(SameReport.differences(report(PHONE), report(PHONE.replaceFirst(value, other))))
                .singleElement()
                .asString()
                .startsWith("The " + name + " of ");
    }

    @Test
    void seesRowsThatComeGoAndChangePlaces() {
        assertThat(SameReport.differences(report(PHONE), report(PHONE, NAME))).hasSize(1);
        assertThat(SameReport.differences(report(PHONE, NAME), report(NAME))).hasSize(1);
        assertThat(SameReport.differences(report(PHONE, NAME), report(NAME, PHONE)))
                .hasSize(2);
    }

    private static JsonNode report(String... rows) {
        return JsonMapper.shared().readTree("{\"discrepancies\": [" + String.join(",", rows) + "]}");
    }
}
