package com.nowinfinity.xpm.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's end of a stream: keeps what comes, and the id it would come back with. */
final class LiveStream implements AutoCloseable {

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile @Nullable String lastEventId;
    private volatile boolean ended;

    record Event(String name, JsonNode data) {}

    LiveStream(HttpClient http, URI address, String token, @Nullable String from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (from != null) {
            request.header("Last-Event-ID", from);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("answered " + response.statusCode());
            }
            body = response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (Scanner lines = new Scanner(body, StandardCharsets.UTF_8)) {
            List<String> event = new ArrayList<>();
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.isEmpty()) {
                    take(event);
                    event = new ArrayList<>();
                } else {
                    event.add(line);
                }
            }
        }
        ended = true;
    }

    private void take(List<String> lines) {
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1);
            switch (line.substring(0, colon)) {
                case "id" -> lastEventId = value;
                case "event" -> name = value;
                case "data" -> data.append(value);
                case "" -> comments.add(value);
                default -> throw new AssertionError("unexpected line " + line);
            }
        }
        if (!data.isEmpty()) {
            events.add(new Event(name, JsonMapper.shared().readTree(data.toString())));
        }
    }

    List<Event> events() {
        return events;
    }

    List<JsonNode> notifications() {
        return events.stream()
                .filter(event -> event.name().equals("notification"))
                .map(Event::data)
                .toList();
    }

    List<String> comments() {
        return comments;
    }

    @Nullable
    String lastEventId() {
        return lastEventId;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
