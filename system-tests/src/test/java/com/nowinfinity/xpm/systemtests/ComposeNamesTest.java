package com.nowinfinity.xpm.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml names is there: also where no docker-compose is installed to read it. */
class ComposeNamesTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository", ".."));
    private static final Map<String, Object> COMPOSE = yaml("docker-compose.yml");
    /** Spring Boot's own properties, which a service's application.yaml need not repeat. */
    private static final Pattern SPRINGS = Pattern.compile("(SPRING|LOGGING|MANAGEMENT|SERVER)_.*");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::?-[^}]*)?}");

    @ParameterizedTest
    @ValueSource(strings = {"connector-service", "sync-worker", "report-service", "notification-service", "portal"})
    void setsOnlyPropertiesThatTheServiceHas(String service) {
        Set<String> properties = properties(yaml(service + "/src/main/resources/application.yaml"), "");

        List<String> unknown = names(map(service(service).get("environment"))).stream()
                .filter(name -> !SPRINGS.matcher(name).matches())
                .filter(name -> !properties.contains(plain(name)))
                .toList();

        assertThat(properties).hasSizeGreaterThan(10);
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connector-service", "sync-worker", "report-service", "notification-service", "portal"})
    void opensThePortsThatTheServiceListensOn(String service) {
        Map<String, Object> environment = map(service(service).get("environment"));
        String port = String.valueOf(environment.get("SERVER_PORT"));

        assertThat(Integer.parseInt(String.valueOf(environment.get("MANAGEMENT_SERVER_PORT"))))
                .as("never one that is open to others")
                .isEqualTo(Integer.parseInt(port) + 1000);
        if (service(service).get("ports") instanceof List<?> ports) {
            assertThat(ports)
                    .singleElement()
                    .asString()
                    .startsWith("127.0.0.1:")
                    .endsWith(":" + port);
        }
    }

    @Test
    void mountsOnlyFilesThatAreThere() {
        for (Map.Entry<String, Object> service : services().entrySet()) {
            if (map(service.getValue()).get("volumes") instanceof List<?> volumes) {
                volumes.stream()
                        .map(String::valueOf)
                        .filter(volume -> volume.startsWith("./"))
                        .forEach(volume -> assertThat(REPOSITORY.resolve(volume.split(":", -1)[0]))
                                .as(service.getKey())
                                .exists());
            }
        }
    }

    @Test
    void namesNoVariableThatNobodyExplains() throws IOException {
        Set<String> explained = Files.readAllLines(REPOSITORY.resolve(".env.example")).stream()
                .filter(line -> line.matches("#? ?[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("^#? ?", "").split("=", 2)[0])
                .collect(Collectors.toSet());

        Set<String> withoutDefault = VARIABLE.matcher(Files.readString(REPOSITORY.resolve("docker-compose.yml")))
                .results()
                .filter(found -> found.group().endsWith("-}") || !found.group().contains("-"))
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(withoutDefault).hasSizeGreaterThan(5).isSubsetOf(explained);
    }

    private static Map<String, Object> services() {
        return map(COMPOSE.get("services"));
    }

    private static Map<String, Object> service(String name) {
        return map(services().get(name));
    }

    private static List<String> names(Map<String, Object> environment) {
        return new ArrayList<>(environment.keySet());
    }

    /** Every path of a property file, as {@link #plain} writes it: Spring binds either form of a variable to it. */
    private static Set<String> properties(Map<String, Object> tree, String before) {
        Set<String> all = new LinkedHashSet<>();
        tree.forEach((key, value) -> {
            String path = plain(before + key);
            all.add(path);
            if (value instanceof Map<?, ?>) {
                all.addAll(properties(map(value), path));
            }
        });
        return all;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    @SuppressWarnings("unchecked") // what YAML calls a map has names for keys here
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> yaml(String file) {
        try {
            return new Yaml().load(Files.readString(REPOSITORY.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
