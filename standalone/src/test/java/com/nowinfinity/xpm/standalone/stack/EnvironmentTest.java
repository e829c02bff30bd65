package com.nowinfinity.xpm.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.standalone.options.CommandLine;
import com.nowinfinity.xpm.standalone.options.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentTest {

    private static final Credentials CREDENTIALS = new Credentials("inner", "app secret", "{keys}");

    @TempDir
    Path folder;

    @Test
    void sendsTheConnectorToTheSimulator() {
        assertThat(of(Service.CONNECTOR))
                .containsEntry("XERO_AUTHORIZATION_URI", "http://localhost:8090/identity/connect/authorize")
                .containsEntry("XERO_TOKEN_URI", "http://localhost:8090/connect/token")
                .containsEntry("XERO_REVOCATION_URI", "http://localhost:8090/connect/revocation")
                .containsEntry("XERO_CONNECTIONS_URI", "http://localhost:8090/connections")
                .containsEntry("XERO_REDIRECT_URI", "http://localhost:8081/oauth/xero/callback")
                .containsEntry("XERO_CLIENT_SECRET", "app secret");
    }

    @Test
    void sendsEverybodyToAnotherXeroWhenTold() {
        String[] other = {"--xero", "https://xero.example", "--xero-client-id", "id", "--xero-client-secret", "theirs"};
        assertThat(of(Service.CONNECTOR, other))
                .containsEntry("XERO_TOKEN_URI", "https://xero.example/connect/token")
                .containsEntry("XERO_CLIENT_ID", "id")
                .containsEntry("XERO_CLIENT_SECRET", "theirs");
        assertThat(of(Service.WORKER, other)).containsEntry("XPM_API_URI", "https://xero.example/practicemanager/3.1");
    }

    @Test
    void tellsTheWorkerItsLimits() {
        assertThat(of(Service.WORKER, "--xpm-window", "1.5", "--xpm-per-minute", "30", "--xpm-per-day", "900"))
                .containsEntry("XPM_LIMITS_WINDOW", "1500ms")
                .containsEntry("XPM_LIMITS_PER_MINUTE", "30")
                .containsEntry("XPM_LIMITS_PER_DAY", "900");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void listensOnThisMachineAlone(Service service) {
        assertThat(of(service))
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("SERVER_PORT", "1")
                .containsEntry("MANAGEMENT_SERVER_PORT", "2");
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT", "NOTIFICATION", "PORTAL"})
    void keepsSecretsFromThoseWhoDoNotNeedThem(Service service) {
        assertThat(of(service).values()).noneMatch(List.of("inner", "app secret", "{keys}")::contains);
    }

    @Test
    void givesTheWorkerTheInternalSecretAlone() {
        assertThat(of(Service.WORKER))
                .containsEntry("INTERNAL_SECRET", "inner")
                .doesNotContainKeys("KEYSET", "XERO_CLIENT_SECRET");
    }

    private Map<String, String> of(Service service, String... arguments) {
        Options options = CommandLine.read(List.of(arguments));
        try (var data = DataFolder.hold(folder)) {
            var addresses = new Addresses(Ports.from(8080), options.xero());
            return new Environment(addresses, CREDENTIALS, data, options).of(service, 1, 2);
        }
    }
}
