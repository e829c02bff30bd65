package com.nowinfinity.xpm.benchmarks.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.benchmarks.lab.Company;
import com.nowinfinity.xpm.benchmarks.lab.Effects.Write;
import com.nowinfinity.xpm.benchmarks.lab.Engine;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import com.nowinfinity.xpm.benchmarks.lab.LabSettings;
import com.nowinfinity.xpm.events.ChangeCause;
import com.nowinfinity.xpm.events.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A baseline that cannot do its work would make everything beside it look good. */
class PlainBaselineIT {

    private static final int COMPANIES = 5;

    @Test
    void looksAtEachClientAndWritesIt() {
        Path repository = Path.of(System.getProperty("repository"));
        LabSettings settings =
                LabSettings.of(repository, Engine.PLAIN, 1, COMPANIES, 1).withPartitions(2);
        try (Lab lab = Lab.start(settings, said -> {})) {
            lab.introduce();
            int before = lab.simulator().history().size();
            List<Company> companies = lab.businesses().getFirst().companies();

            companies.forEach(company -> lab.bus()
                    .publish(
                            Topics.ENTITY_CHANGED,
                            company.changed(
                                    2,
                                    ChangeCause.CORPORATE_MESSENGER,
                                    lab.clock().instant())));

            lab.await("XPM has all changes", () -> lab.effects().count() == COMPANIES);
            assertThat(lab.effects().writes()).extracting(Write::version).containsOnly(2L);
            assertThat(lab.simulator().history()).hasSize(before + 2 * COMPANIES);
        }
    }
}
