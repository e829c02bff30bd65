package com.nowinfinity.xpm.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private static final Map<String, String> LEAST = Map.of(
            "SIMULATOR_CLIENT_ID", "app",
            "SIMULATOR_CLIENT_SECRET", "secret",
            "SIMULATOR_REDIRECT_URIS", "http://a/cb,http://b/cb");

    @Test
    void pinsEveryDefault() {
        SimulatorConfiguration configuration = Main.configuration(LEAST);

        assertThat(configuration.host()).isEqualTo("0.0.0.0");
        assertThat(configuration.port()).isEqualTo(8090);
        assertThat(configuration.publicUri()).isNull();
        assertThat(configuration.clients()).isEqualTo(200);
        assertThat(configuration.seed()).isEqualTo(1);
        assertThat(configuration.folder()).isNull();
        assertThat(configuration.limits().perMinute()).isEqualTo(60);
        assertThat(configuration.limits().perDay()).isEqualTo(5_000);
        assertThat(configuration.limits().window()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.apps().getFirst().redirectUris()).isEqualTo(List.of("http://a/cb", "http://b/cb"));
    }

    @Test
    void takesEverythingFromTheEnvironment() {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.putAll(Map.of(
                "SIMULATOR_HOST", "127.0.0.1",
                "SIMULATOR_PORT", "0",
                "SIMULATOR_PUBLIC_URI", "http://simulator:8090",
                "SIMULATOR_CLIENTS", "300",
                "SIMULATOR_SEED", "7",
                "SIMULATOR_FOLDER", "/var/simulator",
                "SIMULATOR_WINDOW_SECONDS", "6",
                "SIMULATOR_PER_MINUTE", "600",
                "SIMULATOR_PER_DAY", "1000"));
        SimulatorConfiguration configuration = Main.configuration(environment);

        assertThat(configuration.host()).isEqualTo("127.0.0.1");
        assertThat(configuration.publicUri()).hasToString("http://simulator:8090");
        assertThat(configuration.clients()).isEqualTo(300);
        assertThat(configuration.seed()).isEqualTo(7);
        assertThat(configuration.folder()).isEqualTo(Path.of("/var/simulator"));
        assertThat(configuration.limits().window()).isEqualTo(Duration.ofSeconds(6));
        assertThat(configuration.limits().perMinute()).isEqualTo(600);
        assertThat(configuration.limits().perDay()).isEqualTo(1_000);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "SIMULATOR_CLIENT_ID,'',set SIMULATOR_CLIENT_ID",
        "SIMULATOR_CLIENT_SECRET,' ',set SIMULATOR_CLIENT_SECRET",
        "SIMULATOR_PORT,eighty,SIMULATOR_PORT is not a whole number: eighty",
        "SIMULATOR_PER_MINUTE,0,Every limit must be at least 1"
    })
    void saysInOneSentenceWhatIsWrong(String name, String value, String sentence) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);

        assertThatThrownBy(() -> Main.configuration(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(Main.configuration(LEAST).toString())
                .doesNotContain("secret,")
                .contains("redacted");
    }
}
