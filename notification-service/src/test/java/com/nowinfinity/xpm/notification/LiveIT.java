package com.nowinfinity.xpm.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class LiveIT {

    private static TestNotificationService service;

    private final Events events = new Events();

    @BeforeAll
    static void start() throws Exception {
        service = TestNotificationService.shared();
    }

    @Test
    void sendsWhatTheInboxHas() throws Exception {
        String token = service.token("u-1", events.businessId);
        try (LiveStream stream = watching(token, null)) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
            awaitNotifications(stream, 1);

            assertThat(stream.notifications().getFirst())
                    .isEqualTo(service.inbox(token).get(0));
        }
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        Events others = new Events();
        String token = service.token("u-1", events.businessId, others.businessId);
        String seen;
        try (LiveStream stream = watching(token, null)) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
            awaitNotifications(stream, 1);
            seen = Objects.requireNonNull(stream.lastEventId());
        }
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", "u-1"));
        service.neighbours.publish(Topics.REPORT_PUBLISHED, others.report("rep-3", "u-1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> service.inbox(token).size() == 3);

        try (LiveStream stream = watching(token, seen)) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-4", "u-1"));
            awaitNotifications(stream, 3);

            assertThat(links(stream)).containsExactlyInAnyOrder("rep-2", "rep-3", "rep-4");
        }
    }

    @Test
    void missesNothingThatCameBeforeTheFirstEvent() throws Exception {
        String token = service.token("u-1", events.businessId);
        String seen;
        try (LiveStream stream = watching(token, null)) {
            seen = Objects.requireNonNull(stream.lastEventId());
        }
        service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
        await().atMost(Duration.ofSeconds(30)).until(() -> service.inbox(token).size() == 1);

        try (LiveStream stream = watching(token, seen)) {
            awaitNotifications(stream, 1);
        }
    }

    @Test
    void keepsForeignAndOtherPeoplesNewsToItself() throws Exception {
        Events foreign = new Events();
        try (LiveStream mine = watching(service.token("u-1", events.businessId), null);
                LiveStream theirs = watching(service.token("u-2", events.businessId), "not-ours")) {
            service.neighbours.publish(Topics.REPORT_PUBLISHED, foreign.report("rep-0", ""));
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", ""));
            awaitNotifications(mine, 2);
            awaitNotifications(theirs, 1);

            assertThat(links(mine)).containsExactly("rep-1", "rep-2");
            assertThat(links(theirs)).containsExactly("rep-2");
        }
    }

    @Test
    void opensNoMoreStreamsForOnePersonThanSheMayHave() throws Exception {
        String token = service.token("u-many", events.businessId);
        List<LiveStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < TestNotificationService.STREAMS_PER_PERSON; i++) {
                streams.add(watching(token, null));
            }
            HttpRequest request = HttpRequest.newBuilder(service.address("/api/notifications/stream"))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<String> refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
            assertThat(refused.body()).contains("\"code\":\"too-many-streams\"");
            watching(service.token("u-few", events.businessId), null).close();

            streams.removeLast().close();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> streams.add(watching(token, null)));
        } finally {
            for (LiveStream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void countsNoStreamThatNobodyReads() throws Exception {
        String token = service.token("u-head", events.businessId);
        HttpRequest head = HttpRequest.newBuilder(service.address("/api/notifications/stream"))
                .header("Authorization", "Bearer " + token)
                .HEAD()
                .build();
        for (int i = 0; i < TestNotificationService.STREAMS_PER_PERSON; i++) {
            HttpClient.newHttpClient().send(head, BodyHandlers.discarding());
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> watching(token, null).close());
    }

    @Test
    void followsARunToItsEnd() throws Exception {
        String token = service.token("u-1", events.businessId);
        service.neighbours.publish(Topics.SYNC_PROGRESSED, events.progressed("r-1", "reading", 10));
        try (LiveStream stream = watching(token, null)) {
            awaitProgress(stream, "reading");
            service.neighbours.publish(Topics.SYNC_PROGRESSED, events.progressed("r-1", "comparing", 20));
            awaitProgress(stream, "comparing");
            service.neighbours.publish(Topics.SYNC_FINISHED, events.finished("r-1", RunEnd.COMPLETED));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> progress(stream).stream()
                            .anyMatch(news -> news.get("state").asString().equals("COMPLETED")));

            JsonNode comparing = progress(stream).stream()
                    .filter(news -> news.get("phase").asString("").equals("comparing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(comparing.get("runId").asString()).isEqualTo("r-1");
            assertThat(comparing.get("done").asInt()).isEqualTo(20);
            assertThat(comparing.get("total").asInt()).isEqualTo(200);
        }
    }

    @Test
    void isNeverSilentForLong() throws Exception {
        try (LiveStream stream = watching(service.token("u-1", events.businessId), null)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> stream.comments().contains("still here"));
        }
    }

    @Test
    void endsWithItsToken() throws Exception {
        String token = service.portal.token(claims -> claims.subject("u-1")
                .claim("scope", "xpm.read")
                .claim("business_ids", List.of(events.businessId))
                .expirationTime(Date.from(Instant.now().plusSeconds(3))));
        try (LiveStream stream = watching(token, null)) {
            await().atMost(Duration.ofSeconds(30)).until(stream::hasEnded);
        }
    }

    @Test
    void reachesThoseWhoWatchAnotherInstanceAndThoseWhoComeBackToThisOne() throws Exception {
        String token = service.token("u-1", events.businessId);
        LiveStream left;
        String seen;
        try (ConfigurableApplicationContext other = TestNotificationService.start(service.portal)) {
            URI address = URI.create("http://localhost:"
                    + other.getEnvironment().getProperty("local.server.port") + "/api/notifications/stream");
            try (LiveStream here = watching(token, null);
                    LiveStream there = new LiveStream(HttpClient.newHttpClient(), address, token, null)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> there.lastEventId() != null);
                service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-1", "u-1"));
                awaitNotifications(here, 1);
                awaitNotifications(there, 1);
                assertThat(there.lastEventId()).isEqualTo(here.lastEventId());
                seen = Objects.requireNonNull(there.lastEventId());
            }
            service.neighbours.publish(Topics.REPORT_PUBLISHED, events.report("rep-2", "u-1"));
            try (LiveStream here = watching(token, seen)) {
                awaitNotifications(here, 1);
                assertThat(links(here))
                        .as("what it had not seen at the other one")
                        .containsExactly("rep-2");
            }
            left = new LiveStream(HttpClient.newHttpClient(), address, token, null);
        }
        // A stopping instance lets its streams end.
        await().atMost(Duration.ofSeconds(30)).until(left::hasEnded);
        left.close();
    }

    private static LiveStream watching(String token, @Nullable String lastEventId) {
        LiveStream stream = service.stream(token, lastEventId);
        await().atMost(Duration.ofSeconds(30)).until(() -> !stream.comments().isEmpty());
        return stream;
    }

    private static void awaitNotifications(LiveStream stream, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stream.notifications()).hasSize(count));
    }

    private static void awaitProgress(LiveStream stream, String phase) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> progress(stream).stream()
                        .anyMatch(news -> news.get("phase").asString("").equals(phase)));
    }

    private static List<JsonNode> progress(LiveStream stream) {
        return stream.events().stream()
                .filter(event -> event.name().equals("progress"))
                .map(LiveStream.Event::data)
                .toList();
    }

    private static List<String> links(LiveStream stream) {
        return stream.notifications().stream()
                .map(item -> item.get("link").asString())
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .toList();
    }
}
