package com.nowinfinity.xpm.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.benchmarks.figures.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some forty seconds of {@code ./bench crash}, always with the same blows. */
class CrashLabIT {

    /** Both workers, the database and connector-service are killed, one after the other; at last a worker is held. */
    private static final long SEED = 276;

    private static final Duration LENGTH = Duration.ofSeconds(35);

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
        assertThat((Integer) result.ours().get("accepted")).isGreaterThan(20);
    }
}
