package com.nowinfinity.xpm.notification;

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

    private static final Set<String> OURS = Set.of("events", "notification", "xpm");

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
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !MailProvider.shared().mailOf(person).isEmpty());

        Set<String> listed = Files.readAllLines(Path.of("../docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ours(service))
                        .contains("notification.mails", "events.consumed")
                        .isSubsetOf(listed));
    }

    private static Set<String> ours(TestNotificationService service) throws Exception {
        JsonNode names = JsonMapper.shared()
                .readTree(service.call("GET", service.management("/actuator/metrics"), null)
                        .body())
                .get("names");
        return names.valueStream()
                .map(JsonNode::asString)
                .filter(name -> OURS.contains(name.substring(0, Math.max(0, name.indexOf('.')))))
                .collect(Collectors.toSet());
    }
}
