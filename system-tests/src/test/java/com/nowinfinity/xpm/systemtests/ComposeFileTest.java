package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docker-compose itself reads the compose file, where it is installed. */
class ComposeFileTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Path REPOSITORY = Path.of(System.getProperty("repository", ".."));

    @BeforeEach
    void needsDockerCompose() {
        boolean installed = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-compose")));
        assumeTrue(installed, "docker-compose is not installed: docker-compose.yml was not checked.");
    }

    @Test
    void isAcceptedWithoutAnySettings() {
        Command config = compose("config", "--quiet");

        assertThat(config.exitCode()).as(config.err()).isZero();
    }

    @Test
    void hasThePlatformAndEveryService() {
        assertThat(compose("--env-file", ".env.example", "config", "--services")
                        .out()
                        .lines())
                .contains(
                        "kafka",
                        "registry",
                        "mongodb",
                        "connector-service",
                        "sync-worker",
                        "report-service",
                        "notification-service",
                        "portal");
    }

    @Test
    void letsTheWorkersBeMany() {
        String whole = compose("--env-file", ".env.example", "config").out();
        String worker = whole.substring(whole.indexOf("\n  sync-worker:")).split("\n  (?=\\S)", 3)[1];

        assertThat(worker).contains("image: nowinfinity-xpm/sync-worker").doesNotContain("ports:", "container_name:");
    }

    @Test
    void takesAddressesFromTheEnvironment() {
        Command config = Command.run(
                REPOSITORY,
                LIMIT,
                "",
                List.of("env", "KAFKA_BOOTSTRAP_SERVERS=elsewhere:9092", "docker-compose", "config"));

        assertThat(config.out()).contains("SPRING_KAFKA_BOOTSTRAP_SERVERS: elsewhere:9092");
    }

    @Test
    void letsEveryServiceLogLinesForMachinesAndKnowWhereSpansGo() {
        String whole = compose("--env-file", ".env.example", "config").out();

        for (String service :
                List.of("connector-service", "sync-worker", "report-service", "notification-service", "portal")) {
            String one = whole.substring(whole.indexOf("\n  " + service + ":")).split("\n  (?=\\S)", 3)[1];
            assertThat(one)
                    .as(service)
                    .contains(
                            "LOGGING_STRUCTURED_FORMAT_CONSOLE: ecs",
                            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT:");
        }
    }

    private static Command compose(String... words) {
        return Command.run(
                REPOSITORY,
                LIMIT,
                "",
                Stream.concat(Stream.of("docker-compose"), Stream.of(words)).toList());
    }
}
