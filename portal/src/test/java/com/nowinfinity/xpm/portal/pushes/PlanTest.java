package com.nowinfinity.xpm.portal.pushes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlanTest {

    private final Plan plan = JsonMapper.shared().readValue("""
                    {"creates": 2, "updates": 1, "relationships": 1, "documents": 0, "calls": 12, "minutes": 1, "bytes": 0,
                     "people": [
                       {"entityId": "c-1", "name": "Smith Pty Ltd", "ticked": true},
                       {"entityId": "p-1", "name": "Anna Smith", "ticked": true},
                       {"entityId": "p-2", "name": "Ben Smith", "ticked": false}],
                     "fields": [
                       {"entityId": "c-1", "clientId": "u-1", "field": "phone", "nowInfinity": "03 9000 1111", "xpm": null},
                       {"entityId": null, "clientId": "u-2", "field": "email", "nowInfinity": "a@b.example", "xpm": "x"}],
                     "entityIds": ["c-1", "p-1"], "documentIds": [], "reason": null}
                    """, Plan.class);

    @Test
    void leavesThePushedEntityOutOfTheTicksSinceItAlwaysGoesAlong() {
        assertThat(plan.around("c-1")).extracting(Plan.Someone::name).containsExactly("Anna Smith", "Ben Smith");
        assertThat(plan.tickedAround("c-1")).containsExactly("p-1");
    }

    @Test
    void tellsWhoseValuesWouldBeWrittenWhereNowInfinityHasTheRecord() {
        assertThat(plan.entityIds()).containsExactly("c-1");
    }
}
