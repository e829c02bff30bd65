package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bad input of all doors, as the page on security counts it. */
class BadInputsTest {

    private static final int LEAST = 150;
    private static final Path ROOT = Path.of(System.getProperty("repository", ".."));
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]+ \\| ([0-9]+) \\| (`(?:bad-|xpm-answers)[^|]+) \\|$");
    private static final Pattern FILE = Pattern.compile("`([^`]+)`");

    @Test
    void isAsMuchAsThePageOnSecuritySays() throws IOException {
        Map<String, Long> counts = counted();
        List<MatchResult> rows = ROW.matcher(Files.readString(ROOT.resolve("docs/security.md")))
                .results()
                .toList();

        assertThat(rows).isNotEmpty();
        for (MatchResult row : rows) {
            long lines = FILE.matcher(row.group(2))
                    .results()
                    .mapToLong(file -> counts.getOrDefault(file.group(1), 0L))
                    .sum();
            assertThat(lines).as(row.group()).isGreaterThanOrEqualTo(Long.parseLong(row.group(1)));
        }
        assertThat(rows.stream()
                        .flatMap(row -> FILE.matcher(row.group(2)).results())
                        .map(file -> file.group(1)))
                .containsAll(counts.keySet());
        assertThat(counts.values().stream().mapToLong(count -> count).sum()).isGreaterThanOrEqualTo(LEAST);
    }

    /** Cases by the name of their file; files of one name in several modules are counted together. */
    private static Map<String, Long> counted() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/resources"))
                    .filter(Files::isDirectory)
                    .flatMap(BadInputsTest::files)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), BadInputsTest::cases, Long::sum, TreeMap::new));
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("bad-") || name.equals("xpm-answers.json");
                    })
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cases(Path file) {
        Predicate<String> isCase = file.toString().endsWith(".json")
                ? line -> line.contains("\"name\":")
                : line -> !line.isBlank() && !line.startsWith("#");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(isCase).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
