package com.nowinfinity.xpm.report;

import static com.nowinfinity.xpm.report.discrepancy.Compared.difference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.RunKind;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class ReportPublicationIT {

    private static TestReportService service;
    private static List<ReportPublished> published;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestReportService.shared();
        published = service.neighbours.hear(Topics.REPORT_PUBLISHED);
    }

    @Test
    void publishesOneReportHoweverOftenEventsCome() {
        EntityCompared differs =
                events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a@ours", "b@theirs"));
        EntityCompared inStep = events.compared("r-1", "c-2", "x-2");
        SyncFinished finished = events.finished("r-1", RunEnd.COMPLETED, 2);
        for (int i = 0; i < 3; i++) {
            service.neighbours.publish(Topics.ENTITY_COMPARED, differs);
            service.neighbours.publish(Topics.ENTITY_COMPARED, inStep);
            service.neighbours.publish(Topics.SYNC_FINISHED, finished);
        }

        ReportPublished report = awaitReport("r-1");
        assertThat(report.getRequestedBy()).isEqualTo("u-1");
        assertThat(report.getCounts()).singleElement().satisfies(count -> {
            assertThat(count.getName()).isEqualTo("field-differs");
            assertThat(count.getCount()).isEqualTo(1);
        });
        settle();
        assertThat(ofBusiness()).extracting(ReportPublished::getEventId).containsOnly(report.getEventId());
        assertThat(service.items(events.businessId, "/reports")).hasSize(1);
    }

    @Test
    void waitsForPairsThatComeAfterTheEndOfTheRun() {
        EntityCompared first = events.compared("r-1", "c-1", "x-1");
        EntityCompared second = events.compared("r-1", "c-2", null, difference("missing-in-xpm", null, "Two", null));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 2));
        service.neighbours.publish(Topics.ENTITY_COMPARED, first);
        service.neighbours.publish(Topics.ENTITY_COMPARED, first);
        settle();
        assertThat(ofBusiness()).isEmpty();
        assertThat(service.items(events.businessId, "/reports")).isEmpty();

        service.neighbours.publish(Topics.ENTITY_COMPARED, second);

        awaitReport("r-1");
        assertThat(service.items(events.businessId, "/discrepancies")).hasSize(1);
    }

    @Test
    void takesOnlyTheLastAttemptAtARunThatStartedOver() {
        EntityCompared void1 =
                attempt(1, events.compared("r-1", "c-1", "x-1", difference("field-differs", "name", "a", "b")));
        EntityCompared void2 = attempt(1, events.compared("r-1", "c-gone", "x-2"));
        EntityCompared counts = attempt(2, events.compared("r-1", "c-1", "x-1"));
        service.neighbours.publish(Topics.ENTITY_COMPARED, void1);
        service.neighbours.publish(Topics.ENTITY_COMPARED, void2);
        SyncFinished finished = SyncFinished.newBuilder(events.finished("r-1", RunEnd.COMPLETED, 1))
                .setAttempt(2)
                .build();
        service.neighbours.publish(Topics.SYNC_FINISHED, finished);
        settle();
        assertThat(ofBusiness()).isEmpty();

        service.neighbours.publish(Topics.ENTITY_COMPARED, counts);

        awaitReport("r-1");
        assertThat(service.items(events.businessId, "/discrepancies")).isEmpty();
    }

    private static EntityCompared attempt(int attempt, EntityCompared pair) {
        return EntityCompared.newBuilder(pair).setAttempt(attempt).build();
    }

    @Test
    void makesNoReportOfARunThatDidNotComplete() {
        for (RunEnd end : List.of(RunEnd.FAILED, RunEnd.CANCELLED)) {
            service.neighbours.publish(
                    Topics.ENTITY_COMPARED,
                    events.compared(end.name(), "c-1", "x-1", difference("field-differs", "email", "a", "b")));
            service.neighbours.publish(Topics.SYNC_FINISHED, events.finished(end.name(), end, 1));
        }
        settle();

        assertThat(service.items(events.businessId, "/reports")).isEmpty();
        assertThat(service.items(events.businessId, "/discrepancies")).isEmpty();
    }

    @Test
    void followsADiscrepancyOverRuns() {
        run("r-1", events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a", "b")));
        String id = only(service.items(events.businessId, "/discrepancies"))
                .get("id")
                .asString();
        run("r-2", events.compared("r-2", "c-1", "x-1", difference("field-differs", "email", "a", "b")));
        assertThat(only(service.items(events.businessId, "/discrepancies"))
                        .get("state")
                        .asString())
                .isEqualTo("OPEN");
        run("r-3", events.compared("r-3", "c-1", "x-1"));

        assertThat(service.items(events.businessId, "/discrepancies?state=OPEN"))
                .isEmpty();
        assertThat(only(service.items(events.businessId, "/discrepancies?state=RESOLVED"))
                        .get("id")
                        .asString())
                .isEqualTo(id);
        assertThat(service.items(events.businessId, "/discrepancies?runId=r-3")).isEmpty();
        assertThat(only(service.items(events.businessId, "/discrepancies?runId=r-1"))
                        .get("state")
                        .asString())
                .isEqualTo("NEW");
        assertThat(service.items(events.businessId, "/reports"))
                .extracting(report -> report.get("newSinceLast").asInt())
                .containsExactly(0, 0, 1);
    }

    @Test
    void resolvesByARunOverSomeKindsOnlyWhatItLookedAt() {
        run(
                "r-1",
                events.compared("r-1", "c-1", "x-1", difference("field-differs", "email", "a", "b")),
                events.compared("r-1", "t-1", "x-2", difference("field-differs", "email", "a", "b")),
                events.compared("r-1", null, "x-3", difference("missing-in-nowinfinity", null, null, "Three Trust")));
        SyncRequested companies = SyncRequested.newBuilder(events.requested("r-2"))
                .setKinds(List.of(RunKind.COMPANIES))
                .build();

        run(companies, events.compared("r-2", "c-1", "x-1"));

        assertThat(subjects("RESOLVED")).containsExactly("c-1");
        assertThat(subjects("NEW", "OPEN")).containsExactlyInAnyOrder("t-1", "x-3");
        run("r-3", events.compared("r-3", "c-1", "x-1"));
        assertThat(subjects("NEW", "OPEN")).isEmpty();
    }

    private List<String> subjects(String... states) {
        return Stream.of(states)
                .flatMap(state -> service.items(events.businessId, "/discrepancies?state=" + state).values().stream())
                .map(row -> row.path("entityId").asString(row.path("clientId").asString()))
                .toList();
    }

    @Test
    void reportsAnEmptyRunToo() {
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED, 0));

        assertThat(awaitReport("r-1").getCounts()).isEmpty();
    }

    @Test
    void makesOneReportOfARunWithTwoInstances() {
        try (ConfigurableApplicationContext other = TestReportService.start(service.portal)) {
            assertThat(other.isRunning()).isTrue();
            for (int i = 0; i < 5; i++) {
                String runId = "r-" + i;
                service.neighbours.publish(
                        Topics.ENTITY_COMPARED,
                        events.compared(runId, "c-1", "x-1", difference("field-differs", "email", "a", "b" + i)));
                service.neighbours.publish(Topics.SYNC_FINISHED, events.finished(runId, RunEnd.COMPLETED, 1));
            }
            awaitReport("r-4");
        }
        settle();

        assertThat(ofBusiness().stream().map(ReportPublished::getEventId).distinct())
                .hasSize(5);
        assertThat(service.items(events.businessId, "/reports"))
                .extracting(report -> report.get("runId").asString())
                .containsExactly("r-4", "r-3", "r-2", "r-1", "r-0");
    }

    private void run(String runId, EntityCompared... pairs) {
        run(events.requested(runId), pairs);
    }

    private void run(SyncRequested requested, EntityCompared... pairs) {
        String runId = requested.getRunId();
        service.neighbours.publish(Topics.SYNC_REQUESTED, requested);
        for (EntityCompared pair : pairs) {
            service.neighbours.publish(Topics.ENTITY_COMPARED, pair);
        }
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished(runId, RunEnd.COMPLETED, pairs.length));
        awaitReport(runId);
    }

    private ReportPublished awaitReport(String runId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ofBusiness().stream()
                        .anyMatch(report -> report.getRunId().equals(runId)));
        return ofBusiness().stream()
                .filter(report -> report.getRunId().equals(runId))
                .findFirst()
                .orElseThrow();
    }

    /** Once a run that came after all events so far has its report, those are dealt with. */
    private void settle() {
        Events marker = service.neighbours.inRowWith(events);
        service.neighbours.publish(Topics.ENTITY_COMPARED, marker.compared("marker", "c-1", "x-1"));
        service.neighbours.publish(Topics.SYNC_FINISHED, marker.finished("marker", RunEnd.COMPLETED, 1));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> published.stream()
                        .anyMatch(report -> report.getBusinessId().equals(marker.businessId)));
    }

    private List<ReportPublished> ofBusiness() {
        return published.stream()
                .filter(report -> report.getBusinessId().equals(events.businessId))
                .toList();
    }

    private static JsonNode only(JsonNode items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
