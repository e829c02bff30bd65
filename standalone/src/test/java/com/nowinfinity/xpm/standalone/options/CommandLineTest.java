package com.nowinfinity.xpm.standalone.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @Test
    void pinsEveryDefault() {
        assertThat(read())
                .isEqualTo(new Options(
                        Path.of("data"),
                        8080,
                        1,
                        1,
                        200,
                        1,
                        new Options.Quota(Duration.ofSeconds(60), 60, 5_000),
                        null,
                        false,
                        Path.of("report")));
    }

    @Test
    void doesTheMainJobOnFreePortsInATemporaryFolder() {
        assertThat(read("--once").portBase()).isNull();
        assertThat(read("--once").dataDir()).isNull();
    }

    @Test
    void doesTheMainJobWhereItIsTold() {
        var options = read("--once", "--port-base", "9000", "--data-dir", "kept", "--report-dir=out");
        assertThat(options.portBase()).isEqualTo(9000);
        assertThat(options.dataDir()).isEqualTo(Path.of("kept"));
        assertThat(options.reportDir()).isEqualTo(Path.of("out"));
    }

    @Test
    void takesValuesInBothSpellings() {
        var options = read("--clients", "2000", "--seed=7", "--xpm-window", "1.5", "--workers", "3", "--connectors=2");
        assertThat(options.clients()).isEqualTo(2000);
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.quota().window()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(options.workers()).isEqualTo(3);
        assertThat(options.connectors()).isEqualTo(2);
    }

    @Test
    void takesAnotherXero() {
        var options =
                read("--xero", "http://localhost:7000/", "--xero-client-id", "id", "--xero-client-secret", "word");
        assertThat(options.xero()).isEqualTo(new Xero(URI.create("http://localhost:7000"), "id", "word"));
        assertThat(options.toString()).doesNotContain("word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense|There is no option --nonsense; ./run --help lists them all.",
                "start|There is no option start; ./run --help lists them all.",
                "--once=yes|There is no option --once; ./run --help lists them all.",
                "--clients|--clients needs a value.",
                "--clients ten|--clients takes a whole number from 200 to 15000, not 'ten'.",
                "--clients 199|--clients takes a whole number from 200 to 15000, not '199'.",
                "--clients 15001|--clients takes a whole number from 200 to 15000, not '15001'.",
                "--workers 0|--workers takes a whole number from 1 to 16, not '0'.",
                "--port-base 80|--port-base takes a whole number from 1100 to 64000, not '80'.",
                "--port-base 65535|--port-base takes a whole number from 1100 to 64000, not '65535'.",
                "--seed -1|--seed takes a whole number from 0 to 9223372036854775807, not '-1'.",
                "--seed 1 --seed 2|--seed is given twice.",
                "--xpm-window 0|--xpm-window takes seconds from 0.1 to 3600, not '0'.",
                "--xpm-window NaN|--xpm-window takes seconds from 0.1 to 3600, not 'NaN'.",
                "--xpm-window minute|--xpm-window takes seconds from 0.1 to 3600, not 'minute'.",
                "--xpm-per-minute 0|--xpm-per-minute takes a whole number from 1 to 1000000, not '0'.",
                "--xpm-per-day x|--xpm-per-day takes a whole number from 1 to 100000000, not 'x'.",
                "--data-dir=|--data-dir needs the name of a folder.",
                "--xero http://h|--xero, --xero-client-id and --xero-client-secret go together.",
                "--xero-client-id a|--xero, --xero-client-id and --xero-client-secret go together.",
                "--xero h --xero-client-id a --xero-client-secret b|--xero takes an address like https://host:port, not 'h'."
            })
    void saysInOneSentenceWhatIsWrong(String line, String sentence) {
        assertThatThrownBy(() -> read(line.split(" ")))
                .isInstanceOf(WrongOptionException.class)
                .hasMessage(sentence);
    }

    private static Options read(String... arguments) {
        return CommandLine.read(List.of(arguments));
    }
}
