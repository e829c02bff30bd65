package com.nowinfinity.xpm.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.benchmarks.figures.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Half a minute of {@code ./bench crash}, always with the same blows. */
class CrashLabIT {

    private static final long SEED = 7;
    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Test
    void losesDoublesAndBreaksNothingWhileProcessesAreKilledAndHeld() {
        List<String> said = new ArrayList<>();
        Result result = CrashLab.run(Path.of(System.getProperty("repository")), SEED, LENGTH, said::add);
        assertThat(result.pass())
                .as("%s%n%s", result.table(), String.join("\n", said))
                .isTrue();
        assertThat((Integer) result.ours().get("blows")).isGreaterThanOrEqualTo(2);
        assertThat((Integer) result.ours().get("accepted")).isGreaterThan(20);
    }
}
