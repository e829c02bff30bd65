package com.nowinfinity.xpm.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.access.PortalKeys;
import com.nowinfinity.xpm.standalone.TestPlatform;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What people ask for does not need the broker, the registry or the mail provider. */
class WithoutBrokerIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void f29ShowsNoticesAndTakesSettingsWhileBrokerRegistryAndMailProviderAreDown() throws Exception {
        try (PortalKeys portal = new PortalKeys();
                ConfigurableApplicationContext service = start(portal)) {
            String token = portal.token(claims -> claims.subject("u-1")
                    .claim("email", "u-1@practice.example")
                    .claim("scope", "xpm.manage")
                    .claim("business_ids", List.of("b-1")));
            String base = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
            String management = "http://localhost:" + service.getEnvironment().getProperty("local.management.port");

            assertThat(call("GET", base + "/api/notifications", token, "")).startsWith("200 {\"items\":[]");
            assertThat(call("PUT", base + "/api/notifications/settings", token, "{\"email\": false}"))
                    .isEqualTo("200 {\"email\":false}");
            assertThat(call("GET", base + "/api/notifications/settings", token, ""))
                    .isEqualTo("200 {\"email\":false}");
            assertThat(call("PUT", base + "/api/notifications/settings", token, "{}"))
                    .startsWith("400 ");
            assertThat(call("POST", base + "/notifications/unsubscribe?token=cC0x.AAAA", null, ""))
                    .startsWith("400 ")
                    .contains("invalid-link");
            assertThat(call("GET", base + "/actuator/prometheus", null, "")).doesNotStartWith("200");
            assertThat(call("GET", management + "/actuator/prometheus", null, ""))
                    .startsWith("200 ")
                    .contains("jvm_memory_used_bytes");
        }
    }

    private static ConfigurableApplicationContext start(PortalKeys portal) {
        return new SpringApplicationBuilder(
                        NotificationServiceApplication.class, TestNotificationService.OwnLoops.class)
                .run(TestNotificationService.arguments(
                        "server.port=0",
                        "management.server.port=0",
                        "spring.kafka.bootstrap-servers=localhost:1",
                        "schema-registry.uri=http://localhost:1/apis/ccompat/v7",
                        "mongodb.uri=" + TestPlatform.shared().mongoUri(),
                        "mongodb.database=without-broker",
                        "portal.jwk-set-uri=" + portal.jwkSetUri(),
                        "portal.issuer=" + PortalKeys.ISSUER,
                        "portal.audience=" + PortalKeys.AUDIENCE,
                        "spring.mail.host=localhost",
                        "spring.mail.port=1",
                        "notification.mail.from=xpm@nowinfinity.example",
                        "notification.mail.portal-uri=https://portal.example/",
                        "notification.mail.public-uri=http://localhost:8084",
                        "notification.mail.link-secret=a-secret-of-tests-that-is-long-enough"));
    }

    private String call(String method, String address, @Nullable String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
