package com.nowinfinity.xpm.standalone.mainjob.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream of a person's notifications, open while the job runs. */
public final class NotificationStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();

    private NotificationStream(HttpClient http) {
        this.http = http;
    }

    public static NotificationStream open(URI stream, String token) {
        HttpClient http = HttpClient.newHttpClient();
        NotificationStream opened = new NotificationStream(http);
        HttpRequest request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            if (response.statusCode() != 200) {
                throw new FellShortException("The notification stream answered %d.".formatted(response.statusCode()));
            }
            Thread.ofVirtual().name("notifications").start(() -> opened.read(response.body()));
            return opened;
        } catch (IOException e) {
            http.shutdownNow();
            throw new FellShortException("The notification stream does not open: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FellShortException("Interrupted.", e);
        }
    }

    private void read(Stream<String> lines) {
        EventLines event = new EventLines();
        try {
            lines.forEach(line -> event.next(line).ifPresent(text -> notifications.add(JSON.readTree(text))));
        } catch (RuntimeException closed) {
            // The stream ends when the job does, or with the service; then the wait for a notification names it.
            return;
        }
    }

    /** What has come so far, oldest first. */
    public List<JsonNode> received() {
        return new ArrayList<>(notifications);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
