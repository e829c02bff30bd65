package com.nowinfinity.xpm.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema that was ever released is kept under {@code released/<release>/<topic>.avsc}, and stays as it was. When
 * a test of this class fails, change the schema, not the copy: the copy's events are on somebody's topics.
 */
@NullMarked
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");

    static Stream<Arguments> released() throws IOException {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            return releases.toList().stream()
                    .flatMap(release -> Topics.all().stream()
                            .filter(topic -> Files.exists(copy(release, topic)))
                            .map(topic -> Arguments.of(
                                    topic.name(), release.getFileName().toString())));
        }
    }

    @ParameterizedTest(name = "{0} of release {1}")
    @MethodSource("released")
    void goesWithEveryReleasedSchema(String topic, String release) throws IOException {
        Topic<?> current = Topics.all().stream()
                .filter(one -> one.name().equals(topic))
                .findFirst()
                .orElseThrow();
        Schema before = new Schema.Parser().parse(Files.readString(copy(RELEASED.resolve(release), current)));

        assertThat(Compatibility.problems(current.schema(), before)).isEmpty();
    }

    @Test
    void everyCopyBelongsToATopic() throws IOException {
        List<String> topics =
                Topics.all().stream().map(topic -> topic.name() + ".avsc").toList();
        try (Stream<Path> files = Files.walk(RELEASED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(topics::contains);
        }
    }

    /** {@code ./mvnw -pl schemas test -Dtest=ReleasedSchemasTest -Dschemas.release=2}, then commit the new folder. */
    @Test
    @EnabledIfSystemProperty(named = "schemas.release", matches = "[0-9]+")
    void keepsTheSchemasOfARelease() throws IOException {
        Path release = Files.createDirectory(RELEASED.resolve(System.getProperty("schemas.release")));
        for (Topic<?> topic : Topics.all()) {
            Files.writeString(copy(release, topic), SchemaFormatter.format("json/pretty", topic.schema()) + "\n");
        }
    }

    private static Path copy(Path release, Topic<?> topic) {
        return release.resolve(topic.name() + ".avsc");
    }
}
