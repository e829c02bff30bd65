package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.simulator.organisation.Client;
import com.nowinfinity.xpm.simulator.organisation.ClientElement;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FurtherPracticesIT {

    @Test
    void areOrganisationsOfTheirOwnWithTheirOwnCompanies() throws IOException {
        try (XpmSimulator simulator =
                XpmSimulator.start(SimulatorConfiguration.of().withFurtherPractices(List.of(20, 20, 20)))) {
            assertThat(simulator.tenantIds()).hasSize(5).doesNotHaveDuplicates();
            for (String tenantId : simulator.tenantIds().subList(2, 5)) {
                assertThat(simulator.organisation(tenantId).clients())
                        .hasSize(20)
                        .extracting((Client client) -> client.get(ClientElement.COMPANY_NUMBER))
                        .doesNotContainNull()
                        .doesNotHaveDuplicates();
            }
        }
    }
}
