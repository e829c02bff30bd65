package com.nowinfinity.xpm.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.benchmarks.figures.Result;
import com.nowinfinity.xpm.benchmarks.lab.Lab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some forty seconds of {@code ./bench crash}, always with the same blows. F14 is the hold. */
class CrashLabIT {

    /**
     * The database, a worker and connector-service are killed, one after the other; the worker is held for 19 s; soon
     * after it goes on, the one that has taken over from it is killed.
     */
    private static final long SEED = 32_458;

    private static final Duration LENGTH = Duration.ofSeconds(41);

    @Test
    void losesDoublesAndBreaksNothingWhileProcessesAreKilledAndHeld() {
        List<String> said = new ArrayList<>();
        Result result = CrashLab.run(Path.of(System.getProperty("repository")), SEED, LENGTH, said::add);
        assertThat(result.pass())
                .as("%s%n%s", result.table(), String.join("\n", said))
                .isTrue();
        assertThat(said)
                .anyMatch(line -> line.startsWith("  kill worker-1"))
                .anyMatch(line -> line.startsWith("  kill worker-2"))
                .anyMatch(line -> line.startsWith("  kill database"))
                .anyMatch(line -> line.startsWith("  kill connector"))
                .anyMatch(line -> line.startsWith("  hold worker"));
        assertThat((Long) result.ours().get("longestHoldMillis"))
                .as("longer than a slot, so that another takes over")
                .isGreaterThan(Lab.SLOT.toMillis());
        assertThat((Integer) result.ours().get("accepted")).isGreaterThan(20);
    }
}
