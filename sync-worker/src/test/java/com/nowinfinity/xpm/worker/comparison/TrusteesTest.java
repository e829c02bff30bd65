package com.nowinfinity.xpm.worker.comparison;

import static com.nowinfinity.xpm.worker.Entities.company;
import static com.nowinfinity.xpm.worker.Entities.entity;
import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.events.EntityKind;
import org.junit.jupiter.api.Test;

class TrusteesTest {

    private static final String ABN = "47239367143";

    @Test
    void knowsACompanyNumberThatWasMistypedByTheAbnThatEndsWithIt() {
        var nominees = company("c-1", "Blackwell Nominees Pty Ltd")
                .setAcn("239 367 144")
                .setAbn(ABN);
        assertThat(Trustees.numbersOfOne(nominees.build())).containsExactlyInAnyOrder(ABN, "239367143");
    }

    @Test
    void readsNoCompanyNumberIntoTheAbnOfWhoIsNoCompany() {
        var trust = entity(EntityKind.TRUST, "t-1", "The Blackwell Trust").setAbn(ABN);
        assertThat(Trustees.numbersOfOne(trust.build())).containsExactly(ABN);
    }
}
