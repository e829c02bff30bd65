package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./run --once}, the main job to its end. */
class OnceIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    @Test
    void endsWithEveryPlantedDiscrepancyFoundAndNoneInvented() {
        Path reports = RunningSystem.folder("reports");

        Command once = Command.run(
                RunningSystem.repository(),
                LIMIT,
                "",
                RunningSystem.command("--once", "--seed", "2", "--report-dir", reports.toString()));

        assertThat(once.exitCode()).as(once.out() + once.err()).isZero();
        JsonNode result = result(once);
        assertThat(result.propertyNames())
                .containsExactly(
                        "clients",
                        "entities",
                        "matched",
                        "planted",
                        "found",
                        "missed",
                        "invented",
                        "pushed",
                        "followed",
                        "documents",
                        "imported",
                        "notified",
                        "xpmCalls",
                        "throttled",
                        "doubled",
                        "seconds",
                        "report");
        assertThat(result.path("clients").asLong()).isEqualTo(200);
        assertThat(result.path("planted").asLong())
                .isPositive()
                .isEqualTo(result.path("found").asLong());
        assertThat(result.path("missed").asLong()).isZero();
        assertThat(result.path("invented").asLong()).isZero();
        assertThat(result.path("pushed").asLong()).isGreaterThanOrEqualTo(5);
        assertThat(result.path("followed").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(result.path("documents").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(result.path("throttled").asLong()).isZero();
        assertThat(result.path("doubled").asLong()).isZero();
        assertThat(result.path("xpmCalls").asLong()).isLessThanOrEqualTo(55);
        assertThat(Path.of(result.path("report").asString())).hasParent(reports).isNotEmptyFile();
        assertThat(reports).isDirectoryContaining("glob:**.csv").isDirectoryContaining("glob:**.json");
    }

    private static JsonNode result(Command once) {
        String last = once.out()
                .stripTrailing()
                .lines()
                .reduce((before, line) -> line)
                .orElse("");
        assertThat(last).startsWith("RESULT {");
        return JsonMapper.shared().readTree(last.substring("RESULT ".length()));
    }
}
