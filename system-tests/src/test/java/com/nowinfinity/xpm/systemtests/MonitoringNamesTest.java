package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboard ask for metrics that docs/metrics.md lists, under the names that Prometheus gives them. */
class MonitoringNamesTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository", ".."));
    private static final Pattern ALERT = Pattern.compile("(?m)^\\s+- alert: (\\w+)$");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s+expr: (.*)$");
    /** Selectors and lists of labels hold no names of metrics. */
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(by|on|ignoring|without) \\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b(up|[a-z]+(_[a-z]+)+)\\b");
    private static final Pattern OURS = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| (counter|timer|gauge) \\|");
    private static final Pattern OTHERS = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| of ");

    @Test
    void areInTheDocumentation() throws IOException {
        String page = Files.readString(REPOSITORY.resolve("docs/metrics.md"));
        Set<String> listed = Stream.concat(
                        OURS.matcher(page).results().flatMap(MonitoringNamesTest::inPrometheus),
                        OTHERS.matcher(page).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
        assertThat(listed).contains("events_dead_total", "xpm_calls_seconds_count", "up");

        Set<String> asked = new TreeSet<>();
        expressions()
                .forEach(expression -> NAME.matcher(LABELS.matcher(expression).replaceAll(""))
                        .results()
                        .map(MatchResult::group)
                        .forEach(asked::add));

        assertThat(asked).hasSizeGreaterThan(8).isSubsetOf(listed);
    }

    @Test
    void areExplainedAlertByAlert() throws IOException {
        String page = Files.readString(REPOSITORY.resolve("docs/operations.md"));

        List<String> alerts =
                ALERT.matcher(alerts()).results().map(match -> match.group(1)).toList();

        assertThat(alerts)
                .hasSizeGreaterThan(5)
                .allSatisfy(alert -> assertThat(page).containsPattern("(?m)^### " + alert + "$"));
    }

    private static Stream<String> inPrometheus(MatchResult row) {
        String name = row.group(1).replace('.', '_');
        return switch (row.group(2)) {
            case "counter" -> Stream.of(name + "_total");
            case "timer" -> Stream.of(name + "_seconds_count", name + "_seconds_sum", name + "_seconds_max");
            default -> Stream.of(name);
        };
    }

    private static List<String> expressions() throws IOException {
        List<String> all = new ArrayList<>(EXPRESSION
                .matcher(alerts())
                .results()
                .map(match -> match.group(1))
                .toList());
        JsonNode dashboard = JsonMapper.shared().readTree(REPOSITORY.resolve("docker/grafana/dashboard.json"));
        dashboard.findValues("expr").forEach(expression -> all.add(expression.asString()));
        return all;
    }

    private static String alerts() throws IOException {
        return Files.readString(REPOSITORY.resolve("docker/prometheus/alerts.yml"));
    }
}
