package com.nowinfinity.xpm.standalone.helper;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the helper process is told, in one environment variable: it holds a secret.
 *
 * @param simulator null when another Xero is used
 */
public record HelperSettings(
        Path folder,
        int kafkaPort,
        int mongoPort,
        int managementPort,
        @Nullable Simulator simulator) {

    /** The environment variable. */
    public static final String VARIABLE = "HELPER_SETTINGS";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Our simulator: where it listens, its app, its practice and what it allows. */
    public record Simulator(
            int port,
            String clientId,
            String clientSecret,
            URI redirectUri,
            int clients,
            long seed,
            Duration window,
            int perMinute,
            int perDay) {

        @Override
        public String toString() {
            return "Simulator[port=%d, clients=%d, seed=%d]".formatted(port, clients, seed);
        }
    }

    public Map<String, String> environment() {
        return Map.of(VARIABLE, JSON.writeValueAsString(this));
    }

    static HelperSettings of(Map<String, String> environment) {
        var text = environment.get(VARIABLE);
        if (text == null) {
            throw new IllegalArgumentException("The helper process is started by ./run, which sets " + VARIABLE);
        }
        try {
            return JSON.readValue(text, HelperSettings.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(VARIABLE, e.getOriginalMessage()), e);
        }
    }
}
