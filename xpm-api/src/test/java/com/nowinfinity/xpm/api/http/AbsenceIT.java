package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException.Rejected;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That something is not there is an answer to a read. */
class AbsenceIT extends ServedByScript {

    private static final String ERROR =
            "<Response><Status>ERROR</Status><ErrorDescription>Invalid client identifier</ErrorDescription></Response>";

    @ParameterizedTest
    @CsvSource({"200, " + ERROR, "404, ''", "410, ''", "500, " + ERROR, "400, " + ERROR})
    void isAnEmptyAnswer(int status, String body) {
        server.playing(WireServer.answering(status, Map.of("X-DayLimit-Remaining", "4711"), body));

        var answer = xpm.getClient(CALL, CLIENT_ID);

        assertThat(answer.value()).isEmpty();
        assertThat(answer.allowance().dayLeft()).isEqualTo(4_711);
        assertThat(answer.bytes()).isEqualTo(body.length());
    }

    @Test
    void isNoExcuseForAnotherError() {
        server.playing(WireServer.xml(ERROR.replace("Invalid client identifier", "Feature switched off")));

        assertThat(failure(Rejected.class, () -> xpm.getClient(CALL, CLIENT_ID)).problem())
                .isEqualTo("Feature switched off");
    }

    @Test
    void isARejectionForAWrite() {
        server.playing(WireServer.xml(ERROR));

        assertThat(failure(Rejected.class, () -> xpm.addClient(CALL, SMITH)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "../../connections", "a/b", "a?b", "a%2fb", "ü", "a\r\nX: y"})
    void isKnownOfIdsThatXpmCannotHaveWithoutACall(String id) {
        assertThat(xpm.getClient(CALL, id).value()).isEmpty();
        assertThat(server.seen()).isEmpty();
    }
}
