package com.nowinfinity.xpm.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nowinfinity.xpm.api.xml.PersonDates;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final URI XPM = URI.create("https://api.xero.com/practicemanager/3.1");

    @Test
    void pinsEveryDefault() {
        assertThat(XpmApiConfiguration.of(XPM))
                .isEqualTo(new XpmApiConfiguration(
                        XPM,
                        Duration.ofSeconds(5),
                        new Bounds(Duration.ofSeconds(30), 8_388_608),
                        new Bounds(Duration.ofMinutes(15), 1_073_741_824),
                        PersonDates.ISO));
        assertThat(XeroConnectionsConfiguration.of(URI.create("https://api.xero.com/connections")))
                .isEqualTo(new XeroConnectionsConfiguration(
                        URI.create("https://api.xero.com/connections"),
                        Duration.ofSeconds(5),
                        new Bounds(Duration.ofSeconds(15), 1_048_576)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090/practicemanager/3.1", "http://127.0.0.1:1/x", "http://[::1]:1/x"})
    void letsPlainHttpOnlyToThisMachine(String uri) {
        assertThat(XpmApiConfiguration.of(URI.create(uri)).apiUri()).hasToString(uri);
    }

    @Test
    void forgetsTrailingSlashes() {
        assertThat(XpmApiConfiguration.of(URI.create(XPM + "//")).apiUri()).isEqualTo(XPM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.xero.com/practicemanager/3.1",
                "http://localhost.example.com/x",
                "https://user:secret@api.xero.com/x",
                "https://api.xero.com/x?tenant=1",
                "https://api.xero.com/x#y",
                "ftp://api.xero.com/x",
                "https:///x",
                "api.xero.com",
                "mailto:a@example.com",
            })
    void refusesAnUnsafeAddressInOneSentence(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XpmApiConfiguration.of(URI.create(uri)))
                .withMessageStartingWith("xpm.api-uri has to be an https address")
                .withMessageNotContaining("secret");
    }

    @Test
    void refusesBoundsThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Duration.ofSeconds(1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XeroConnectionsConfiguration(
                        XPM, Duration.ofSeconds(-1), new Bounds(Duration.ofSeconds(1), 1)));
    }
}
