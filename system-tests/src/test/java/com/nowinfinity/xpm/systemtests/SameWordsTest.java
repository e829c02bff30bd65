package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The portal knows report-service by its API alone, and people read both: a field has one name on pages and downloads. */
class SameWordsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository", ".."));
    private static final String REPORT = "report-service/src/main/java/com/nowinfinity/xpm/report/discrepancy/";
    private static final Pattern ENTRY = Pattern.compile("Map\\.entry\\(\"([^\"]+)\", \"([^\"]+)\"\\)");

    private final Map<String, String> ofPages =
            found(ENTRY, "portal/src/main/java/com/nowinfinity/xpm/portal/frame/Dictionary.java");

    @Test
    void areThoseOfTheDownloads() {
        Map<String, String> ofDownloads = found(ENTRY, REPORT + "FieldNames.java");

        assertThat(ofDownloads).hasSizeGreaterThan(20);
        ofDownloads.forEach(
                (field, title) -> assertThat(onPages(field)).as(field).isEqualTo(title));
    }

    /** A field that has no word of its own is shown as it is called. */
    private String onPages(String field) {
        return ofPages.getOrDefault(field, field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
    }

    private static Map<String, String> found(Pattern words, String file) {
        return words.matcher(read(REPOSITORY.resolve(file)))
                .results()
                .collect(Collectors.toMap(word -> word.group(1), word -> word.group(2)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
