package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.api.XpmException.Limit;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.Rejected;
import com.nowinfinity.xpm.api.XpmException.Throttled;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.api.XpmException.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XPM and its gateway refuse is certainly not applied, and says why. */
class RefusalsIT extends ServedByScript {

    @Test
    void aStatusOfErrorInASuccessIsARejection() {
        server.playing(WireServer.xml("<Response api-method=\"Add\"><Status>ERROR</Status>"
                + "<ErrorDescription>Business structure\n is\u00a0not set up</ErrorDescription></Response>"));

        Rejected rejected = failure(Rejected.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.problem()).isEqualTo("Business structure is not set up");
        assertThat(rejected.mayHaveBeenApplied()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | <Response><Status>ERROR</Status><ErrorDescription>Bad name</ErrorDescription></Response> | Bad name",
                "409 | {\"status\":\"ERROR\",\"errorDescription\":\"In conflict\"} | In conflict",
                "404 | {\"Type\":null,\"Title\":\"Not Found\",\"Status\":404,\"Detail\":\"No such route\"} | No such route",
                "422 | {\"message\":\"Cannot\"} | Cannot",
                "413 | <html><body>too large</body></html> | no reason given",
                "400 | {Status\":400} | no reason given",
                "400 | '' | no reason given",
            })
    void aBodyOfAnyKindGivesTheReason(int status, String body, String problem) {
        server.playing(WireServer.answering(status, Map.of(), body));

        Rejected rejected = failure(Rejected.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(rejected.status()).isEqualTo(status);
        assertThat(rejected.problem()).isEqualTo(problem);
    }

    @Test
    void aRefusedTokenIsUnauthorized() {
        String body = "{\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired: token expired\"}";
        server.playing(WireServer.answering(401, Map.of("WWW-Authenticate", "Bearer error=invalid_token"), body));

        assertThat(failure(Unauthorized.class, () -> xpm.listStaff(CALL))).hasMessageContaining("TokenExpired");
    }

    @Test
    void aMissingScopeIsNoAccessEvenAs401() {
        server.playing(
                WireServer.answering(401, Map.of("WWW-Authenticate", "Bearer error=\"insufficient_scope\""), ""));

        assertThat(failure(NoAccess.class, () -> xpm.listStaff(CALL)).scopeMissing())
                .isTrue();
    }

    @Test
    void aForeignTenantIsNoAccess() {
        String body = "{\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthenticationUnsuccessful\"}";
        server.playing(WireServer.answering(403, Map.of("x-appminlimit-remaining", "9999"), body));

        NoAccess noAccess = failure(NoAccess.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(noAccess.scopeMissing()).isFalse();
        assertThat(noAccess.mayHaveBeenApplied()).isFalse();
        assertThat(noAccess.allowance().appMinuteLeft()).isEqualTo(9_999);
        assertThat(noAccess.allowance().minuteLeft()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "minute, MINUTE",
        "day, DAY",
        "Concurrent, CONCURRENT",
        "appminute, APP_MINUTE",
        "something, UNKNOWN",
        "'', UNKNOWN"
    })
    void an429NamesItsLimit(String header, Limit limit) {
        server.playing(WireServer.answering(429, Map.of("X-Rate-Limit-Problem", header, "Retry-After", "22"), ""));

        Throttled throttled = failure(Throttled.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(throttled.limit()).isEqualTo(limit);
        assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(22));
        assertThat(throttled.mayHaveBeenApplied()).isFalse();
    }

    @Test
    void anEmpty429WithoutHeadersIsStillThrottling() {
        server.playing(WireServer.answering(429, Map.of(), ""));

        Throttled throttled = failure(Throttled.class, () -> xpm.listGroups(CALL));

        assertThat(throttled.limit()).isEqualTo(Limit.UNKNOWN);
        assertThat(throttled.retryAfter()).isNull();
        assertThat(throttled.allowance().minuteLeft()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 408})
    void aClosedDoorAppliesNothing(int status) {
        server.playing(
                WireServer.answering(status, Map.of("Retry-After", "5"), "{\"Detail\":\"ServiceNotAvailable\"}"));

        assertThat(failure(Unavailable.class, () -> xpm.addClient(CALL, SMITH)).mayHaveBeenApplied())
                .isFalse();
    }

    @Test
    void anErrorCountsByItsStatusWhenItsBodyNeverComes() {
        server.playing((request, connection, out) -> {
            out.write(WireServer.head(403, Map.of("X-MinLimit-Remaining", "7"), "Content-Length: 500\r\n"));
            out.flush();
            connection.getInputStream().read();
        });

        XpmException failure = failure(XpmException.class, () -> xpm.addClient(CALL, SMITH));

        assertThat(failure).isInstanceOf(NoAccess.class);
        assertThat(failure.allowance().minuteLeft()).isEqualTo(7);
    }
}
