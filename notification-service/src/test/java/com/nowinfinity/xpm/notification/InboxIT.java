package com.nowinfinity.xpm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.ReportPublished;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InboxIT {

    private static TestNotificationService service;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestNotificationService.shared();
    }

    @Test
    void tellsOfAReportOnceHoweverOftenItIsTold() {
        ReportPublished report = events.report("rep-1", "u-1");
        for (int i = 0; i < 3; i++) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, report);
        }
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", "u-1"));
        String token = service.token("u-1", events.businessId);
        awaitInbox(token, 2);

        JsonNode newest = service.inbox(token).get(0);
        assertThat(newest.propertyNames())
                .containsExactly("id", "businessId", "kind", "title", "text", "link", "at", "read");
        assertThat(newest.get("kind").asString()).isEqualTo("report-ready");
        assertThat(newest.get("link").asString()).endsWith("/reports/rep-2");
        assertThat(newest.get("read").asBoolean()).isFalse();
    }

    @Test
    void tellsOnlyWhoeverAskedButEverybodyWhenNobodyDid() {
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", "schedule"));
        awaitInbox(service.token("u-1", events.businessId), 2);

        assertThat(service.inbox(service.token("u-2", events.businessId)))
                .singleElement()
                .matches(item -> item.get("link").asString().endsWith("/reports/rep-2"));
        assertThat(service.inbox(service.token("u-1", "b-other"))).isEmpty();
    }

    @Test
    void tellsOfFailedAndCancelledRunsAndOfALostConnectionOnce() {
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-2", RunEnd.FAILED));
        service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-3", RunEnd.CANCELLED));
        service.neighbours.publish(Topics.CONNECTION_CHANGED, events.reconnect(4, 1));
        service.neighbours.publish(Topics.CONNECTION_CHANGED, events.reconnect(4, 2));
        service.neighbours.publish(Topics.CONNECTION_CHANGED, events.reconnect(5, 3));
        String token = service.token("u-1", events.businessId);
        awaitInbox(token, 4);

        assertThat(service.inbox(token))
                .extracting(item -> item.get("kind").asString())
                .containsExactly("reconnect-required", "reconnect-required", "run-cancelled", "run-failed");
    }

    @Test
    void marksReadForOnePersonOnly() throws Exception {
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", ""));
        String mine = service.token("u-1", events.businessId);
        String theirs = service.token("u-2", events.businessId);
        awaitInbox(mine, 1);
        String id = service.inbox(mine).get(0).get("id").asString();

        for (int i = 0; i < 2; i++) {
            assertThat(service.call("POST", service.address("/api/notifications/" + id + "/read"), mine)
                            .statusCode())
                    .isEqualTo(204);
        }

        assertThat(service.inbox(mine).get(0).get("read").asBoolean()).isTrue();
        assertThat(service.inbox(theirs).get(0).get("read").asBoolean()).isFalse();
    }

    @Test
    void doesNotKnowNotificationsOfOthers() throws Exception {
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
        awaitInbox(service.token("u-1", events.businessId), 1);
        String id = service.inbox(service.token("u-1", events.businessId))
                .get(0)
                .get("id")
                .asString();
        var address = service.address("/api/notifications/" + id + "/read");

        assertThat(service.call("POST", address, service.token("u-2", events.businessId))
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.call("POST", address, service.token("u-1", "b-other"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesThroughTheBusinessesOfAPersonTogether() {
        Events others = new Events();
        for (int i = 0; i < 3; i++) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-" + i, "u-1"));
            service.neighbours.publish(Topics.REPORT_PUBLISHED, others.report("rep-" + i, "u-1"));
        }
        String token = service.token("u-1", events.businessId, others.businessId);
        awaitInbox(token, 6);

        JsonNode first = service.json(token, "/api/notifications?limit=4");
        JsonNode second = service.json(
                token, "/api/notifications?limit=4&cursor=" + first.get("next").asString());

        assertThat(first.get("items")).hasSize(4);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(Stream.concat(
                        first.get("items").valueStream(), second.get("items").valueStream()))
                .extracting(item -> item.get("id").asString())
                .doesNotHaveDuplicates();
    }

    private static void awaitInbox(String token, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.inbox(token)).hasSize(count));
    }
}
