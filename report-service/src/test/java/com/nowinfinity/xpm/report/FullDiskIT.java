package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** F28: no room for a report's file. Memory is {@code MillionRowsTest}'s matter, and a death in the middle the broker's. */
class FullDiskIT {

    private static final List<String> FORMATS = List.of("xlsx", "csv", "json", "html");

    private final Events events = new Events();

    @TempDir
    Path disk;

    @Test
    void f28SaysSoAndSendsNothingThatLooksLikeAReport() throws Exception {
        TestReportService service = TestReportService.shared();
        String reportId = reported(service);
        Path folder = Files.createDirectory(disk.resolve("reports"));
        try (ConfigurableApplicationContext instance =
                TestReportService.start(service.portal, "java.io.tmpdir=" + folder)) {
            String download = "http://localhost:%s/api/businesses/%s/reports/%s/download?format="
                    .formatted(instance.getEnvironment().getProperty("local.server.port"), events.businessId, reportId);
            String token = service.portal.token("xpm.read", events.businessId);
            Files.delete(folder);

            for (String format : FORMATS) {
                HttpResponse<byte[]> refused = service.call("GET", URI.create(download + format), token);

                assertThat(refused.statusCode()).as(format).isEqualTo(503);
                assertThat(new String(refused.body(), UTF_8))
                        .contains("\"code\":\"disk-unavailable\"")
                        .doesNotContain(folder.toString(), "Exception");
                assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            }
            Files.createDirectory(folder);
            for (String format : FORMATS) {
                HttpResponse<byte[]> whole = service.call("GET", URI.create(download + format), token);

                assertThat(whole.statusCode()).as(format).isEqualTo(200);
                assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    private String reported(TestReportService service) {
        service.neighbours.publish(
                Topics.ENTITY_COMPARED,
                events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a@ours", "b@theirs")));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !service.items(events.businessId, "/reports").isEmpty());
        return service.items(events.businessId, "/reports")
                .get(0)
                .get("reportId")
                .asString();
    }
}
