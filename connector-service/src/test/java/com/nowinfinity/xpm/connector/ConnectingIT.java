package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectingIT {

    private final TestConnector connector = TestConnector.shared();

    @Test
    void takesASingleOrganisationAtOnce() {
        Portal portal = connector.business();
        connector.consentAs("Olivia", List.of(connector.tenant(1)));

        assertThat(portal.connect()).isEqualTo("connected");

        Reply connection = portal.get("/connection").expect(200);
        assertThat(connection.text("/state")).isEqualTo("CONNECTED");
        assertThat(connection.text("/organisation/tenantId")).isEqualTo(connector.tenant(1));
        portal.delete("/connection").expect(204);
    }
}
