package com.nowinfinity.xpm.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MetricsIT {

    private static final Set<String> FROM_LIBRARIES = Set.of(
            "application", "disk", "executor", "http", "jvm", "kafka", "logback", "mongodb", "process", "reactor",
            "spring", "system", "tasks", "netty");

    @Test
    void haveTheNamesThatTheDocumentationLists() throws Exception {
        TestNotificationService service = TestNotificationService.shared();
        Events events = new Events();
        String person = "p-" + UUID.randomUUID();
        service.inbox(service.token(person, events.businessId));
        service.neighbours.publish(
                Topics.REPORT_PUBLISHED,
                ReportPublished.newBuilder(events.report("rep-1", person))
                        .setOccurredAt(Instant.now())
                        .build());
        await().atMost(Duration.ofSeconds(30)).until(() -> !MailProvider.shared().mailOf(person).isEmpty());

        Set<String> listed = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ours(service))
                        .contains("notification.mails", "events.consumed")
                        .isSubsetOf(listed));
    }

    @Test
    void areThereForPrometheusOnTheManagementPortAlone() throws Exception {
        TestNotificationService service = TestNotificationService.shared();

        var answer = service.call("GET", service.management("/actuator/prometheus"), null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), UTF_8)).contains("jvm_memory_used_bytes");
        assertThat(service.call("GET", service.address("/actuator/prometheus"), null)
                        .statusCode())
                .isNotEqualTo(200);
    }

    private static Set<String> ours(TestNotificationService service) throws Exception {
        JsonNode names = JsonMapper.shared()
                .readTree(service.call("GET", service.management("/actuator/metrics"), null)
                        .body())
                .get("names");
        return names.valueStream()
                .map(JsonNode::asString)
                .filter(name -> !FROM_LIBRARIES.contains(name.split("\\.", 2)[0]))
                .collect(Collectors.toSet());
    }
}
