package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.Allowance;
import com.nowinfinity.xpm.api.http.CallObserver.EndedCall;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer tells what is left and what it cost. */
class AllowanceIT extends ServedByScript {

    private static final String BODY = "<Response><Status>OK</Status><Groups /></Response>";

    @Test
    void isReadInAnyCase() {
        server.playing(WireServer.answering(
                200,
                Map.of(
                        "x-minlimit-remaining", "59",
                        "X-DayLimit-Remaining", "4996",
                        "X-APPMINLIMIT-REMAINING", "9999",
                        "Date", "Mon, 23 Nov 2026 09:59:58 GMT"),
                BODY));

        var answer = xpm.listGroups(CALL);

        assertThat(answer.allowance())
                .isEqualTo(new Allowance(59, 4_996, 9_999, Instant.parse("2026-11-23T09:59:58Z")));
        assertThat(answer.bytes()).isEqualTo(BODY.length());
    }

    @Test
    void isUnsaidWithoutHeaders() {
        server.playing(WireServer.answering(200, Map.of(), BODY));

        assertThat(xpm.listGroups(CALL).allowance()).isEqualTo(Allowance.UNSAID);
    }

    @Test
    void isToldToTheObserverWithoutIds() {
        server.playing(WireServer.xml(BODY));

        xpm.listGroups(CALL);

        EndedCall call = ended.getFirst();
        assertThat(call.operation()).isEqualTo("clientgroup.api/list");
        assertThat(call.outcome()).isEqualTo("answered");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.bytes()).isEqualTo(BODY.length());
        assertThat(call.took()).isPositive();
    }
}
