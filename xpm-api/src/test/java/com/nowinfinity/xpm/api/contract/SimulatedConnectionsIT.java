package com.nowinfinity.xpm.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.api.XeroConnection;
import com.nowinfinity.xpm.api.XpmException.NoAccess;
import com.nowinfinity.xpm.api.XpmException.Unauthorized;
import com.nowinfinity.xpm.simulator.judge.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections as the simulator keeps them. */
class SimulatedConnectionsIT {

    private SimulatedXero xero;

    @BeforeEach
    void start() throws Exception {
        xero = new SimulatedXero(Limits.ofXero());
    }

    @AfterEach
    void stop() {
        xero.close();
    }

    @Test
    void areThoseOfTheConsent() {
        List<XeroConnection> all = xero.connections.list(xero.token, null).value();

        assertThat(all).isNotEmpty().anyMatch(XeroConnection::isPracticeManager);
        String event = all.getFirst().authEventId();
        assertThat(event).isNotNull();
        assertThat(xero.connections.list(xero.token, event).value())
                .isNotEmpty()
                .allMatch(connection -> event.equals(connection.authEventId()));
    }

    @Test
    void closeATenant() {
        XeroConnection ours = xero.connections.list(xero.token, null).value().stream()
                .filter(connection ->
                        connection.tenantId().equals(xero.call.credentials().tenantId()))
                .findFirst()
                .orElseThrow();

        assertThat(xero.connections.delete(xero.token, ours.id()).value()).isTrue();

        assertThat(xero.connections.delete(xero.token, ours.id()).value()).isFalse();
        assertThat(catchThrowableOfType(NoAccess.class, () -> xero.xpm.listStaff(xero.call)))
                .isNotNull();
    }

    @Test
    void areNoBusinessOfStrangers() {
        AccessToken nonsense = new AccessToken("nonsense");

        assertThat(catchThrowableOfType(Unauthorized.class, () -> xero.connections.list(nonsense, null)))
                .isNotNull();
    }
}
