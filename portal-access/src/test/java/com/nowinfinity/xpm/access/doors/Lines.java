package com.nowinfinity.xpm.access.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of cases: one on each line, its cells parted by {@code |}; a line that starts with {@code #} explains. Single
 * quotes stand for double ones, {@code <abc×100>} for a text repeated.
 */
public final class Lines {

    private static final Pattern REPEATED = Pattern.compile("<([^<>×]+)×([0-9]+)>");

    private Lines() {}

    public static List<List<String>> of(String resource) {
        try (InputStream file = Objects.requireNonNull(Lines.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Stream.of(line.split("\\|", -1))
                            .map(cell -> repeated(cell.strip().replace('\'', '"')))
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repeated(String cell) {
        return REPEATED.matcher(cell).replaceAll(found -> {
            String text = found.group(1).repeat(Integer.parseInt(found.group(2)));
            return Matcher.quoteReplacement(text);
        });
    }
}
