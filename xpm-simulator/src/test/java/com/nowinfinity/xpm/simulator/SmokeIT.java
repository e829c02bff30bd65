package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SmokeIT {

    @Test
    void listsTheWholePracticeToAnAppThatWasAllowedIn() throws IOException {
        try (XpmSimulator simulator = XpmSimulator.start(SimulatorConfiguration.of(Driver.APP))) {
            Driver driver = Driver.connectedTo(simulator);
            var list = driver.get("client.api/list?detailed=true");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body().split("<Client><UUID>", -1)).hasSize(1 + 220);
        }
    }
}
