package com.nowinfinity.xpm.portal.differences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

    @Test
    void makesButtonsOfWhatNeedsNoMoreThanAPress() {
        Difference row = offering("\"CHANGE_REQUEST\", \"PUSH\", \"LINK\", \"ACCEPT\", \"CHECK_AGAIN\"");

        assertThat(row.presses()).containsExactly("CHANGE_REQUEST", "PUSH", "CHECK_AGAIN");
        assertThat(row.offers("LINK")).isTrue();
        assertThat(row.offers("UNLINK")).isFalse();
    }

    @Test
    void offersNothingWhereTheReportOffersNothing() {
        assertThat(offering("").presses()).isEmpty();
    }

    @Test
    void linksOnlyIntoTheWeb() {
        assertThat(row("\"webUrl\": \"javascript:alert(1)\"").linkIntoXpm()).isNull();
        assertThat(row("\"webUrl\": \"https://practicemanager.xero.com/c/1\"").linkIntoXpm())
                .isEqualTo("https://practicemanager.xero.com/c/1");
    }

    private static Difference offering(String actions) {
        return row("\"actions\": [" + actions + "]");
    }

    private static Difference row(String more) {
        return JsonMapper.shared()
                .readValue(
                        "{\"id\": \"d-1\", \"kind\": \"field-differs\", \"severity\": \"LOW\", \"state\": \"NEW\", "
                                + more + "}",
                        Difference.class);
    }
}
