package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.access.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The publisher in Node.js, with its packages in a folder under target. */
final class ForeignPublisher {

    private static final Duration INSTALLATION = Duration.ofMinutes(2);
    private static final Duration PUBLICATION = Duration.ofSeconds(30);
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "publish.mjs");

    private final Path folder;

    private ForeignPublisher(Path folder) {
        this.folder = folder;
    }

    static ForeignPublisher install() {
        Path folder = RunningSystem.folder("foreign-publisher");
        Path source = RunningSystem.repository().resolve("system-tests/src/foreign-publisher");
        try {
            for (String file : FILES) {
                Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command installed = Command.run(
                folder, INSTALLATION, "", List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
        if (installed.exitCode() != 0) {
            throw new AssertionError("npm ci failed: " + installed.err());
        }
        return new ForeignPublisher(folder);
    }

    /** Tells that a company has another phone number, as version n + 1. */
    void publishCorporateMessengerChange(Access access, String businessId, JsonNode company, String phone) {
        ObjectNode entity = (ObjectNode) company.deepCopy();
        entity.put("phone", phone);
        entity.put("version", company.path("version").asLong() + 1);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", UUID.randomUUID().toString());
        event.put("businessId", businessId);
        event.put("occurredAt", Instant.now().toString());
        event.put("cause", "CORPORATE_MESSENGER");
        event.put("lodgement", Map.of("form", "484", "state", "ACCEPTED", "lodgedAt", "2026-01-31T02:00:00Z"));
        event.put("entity", entity);

        Command published = Command.run(
                folder,
                PUBLICATION,
                JsonMapper.shared().writeValueAsString(event),
                List.of("node", "publish.mjs", access.kafka(), access.registry().toString(), "entity-changed"));

        if (published.exitCode() != 0) {
            throw new AssertionError("publishing failed: " + published.err());
        }
    }
}
