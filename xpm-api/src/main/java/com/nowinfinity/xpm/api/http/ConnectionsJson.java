package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.XeroConnection;
import com.nowinfinity.xpm.api.xml.UnreadableAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code GET /connections}: a bare array, its times in UTC without saying so, its names sometimes null. */
final class ConnectionsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ConnectionsJson() {}

    static List<XeroConnection> read(InputStream body) throws IOException {
        JsonNode root = tree(body.readAllBytes());
        if (!root.isArray()) {
            throw new UnreadableAnswer("Xero's connections are no list.");
        }
        List<XeroConnection> connections = new ArrayList<>();
        for (JsonNode node : root) {
            connections.add(connection(node));
        }
        return List.copyOf(connections);
    }

    private static JsonNode tree(byte[] body) throws UnreadableAnswer {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new UnreadableAnswer("Xero's connections are no JSON.");
        }
    }

    private static XeroConnection connection(JsonNode node) throws UnreadableAnswer {
        return new XeroConnection(
                required(node, "id"),
                text(node, "authEventId"),
                required(node, "tenantId"),
                required(node, "tenantType"),
                text(node, "tenantName"),
                time(node, "createdDateUtc"),
                time(node, "updatedDateUtc"));
    }

    private static String required(JsonNode node, String field) throws UnreadableAnswer {
        String text = text(node, field);
        if (text == null) {
            throw new UnreadableAnswer("One of Xero's connections has no " + field + ".");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.stringValue().isBlank()
                ? value.stringValue().strip()
                : null;
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
