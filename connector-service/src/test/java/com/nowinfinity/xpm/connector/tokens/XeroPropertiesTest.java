package com.nowinfinity.xpm.connector.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XeroPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "https://identity.xero.com/connect/token, true",
        "http://localhost:8090/connect/token,     true",
        "http://127.0.0.1/connect/token,          true",
        "http://[::1]:8090/connect/token,         true",
        "http://simulator:8090/connect/token,     false",
        "http://localhost.evil.test/token,        false",
        "http://user@localhost/token,             false",
        "ftp://localhost/token,                   false",
        "/connect/token,                          false"
    })
    void takesPlainHttpOnThisMachineOnly(URI tokenUri, boolean fits) {
        if (fits) {
            assertThat(properties(tokenUri, "secret", List.of("offline_access")).tokenUri())
                    .isEqualTo(tokenUri);
        } else {
            assertThatThrownBy(() -> properties(tokenUri, "secret", List.of("offline_access")))
                    .isInstanceOf(WrongConfigurationException.class)
                    .hasMessageContaining("xero.token-uri");
        }
    }

    @Test
    void readsScopesWithCommasOrSpaces() {
        assertThat(properties(
                                URI.create("https://x.test"),
                                "secret",
                                List.of("offline_access practicemanager.client", "email"))
                        .scopes())
                .containsExactly("offline_access", "practicemanager.client", "email");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> properties(URI.create("https://x.test"), " ", List.of("offline_access")))
                .hasMessageContaining("XERO_CLIENT_SECRET");
        assertThatThrownBy(() -> properties(URI.create("https://x.test"), "secret", List.of("email")))
                .hasMessageContaining("offline_access");
    }

    @Test
    void printsNoSecret() {
        assertThat(properties(URI.create("https://x.test"), "canary", List.of("offline_access"))
                        .toString())
                .doesNotContain("canary");
    }

    private static XeroProperties properties(URI tokenUri, String secret, List<String> scopes) {
        URI other = URI.create("https://x.test/path");
        return new XeroProperties("app", new Secret(secret), other, scopes, other, tokenUri, other, other);
    }
}
