package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise that names its test is worth something only while there is such a test. */
class NamedTestsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository", ".."));
    /** A method may be named by its beginning, as {@code `SomeIT.f16…`}. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+)(…)?)?`");

    @Test
    void areThere() throws IOException {
        Map<String, String> tests = new HashMap<>();
        // Several modules have a class of one name.
        sources().forEach(file -> tests.merge(nameOf(file), read(file), String::concat));

        List<String> missing = new ArrayList<>();
        List<Path> pages = pages();
        pages.forEach(page -> NAMED.matcher(read(page))
                .results()
                .filter(named -> !isThere(named, tests))
                .forEach(named -> missing.add(REPOSITORY.relativize(page) + ": " + named.group())));

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(MatchResult named, Map<String, String> tests) {
        String source = tests.get(named.group(1));
        String method = named.group(2);
        return source != null
                && (method == null
                        || Pattern.compile("\\b" + method + (named.group(3) == null ? "\\(" : "\\w*\\("))
                                .matcher(source)
                                .find());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.find(
                REPOSITORY,
                Integer.MAX_VALUE,
                (file, _attributes) -> file.toString().contains("/src/test/java/")
                        && file.toString().endsWith(".java"))) {
            return files.toList();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.find(
                REPOSITORY,
                4,
                (file, _attributes) ->
                        file.toString().endsWith(".md") && !file.toString().contains("/target/"))) {
            return files.toList();
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
