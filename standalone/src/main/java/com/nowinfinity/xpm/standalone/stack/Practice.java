package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.simulator.practice.PracticeGenerator;
import com.nowinfinity.xpm.standalone.access.PrivateFiles;
import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.options.Xero;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The portal's seed file: its entities beside the simulated practice, one JSON entity on each line. */
final class Practice {

    private static final int PATIENCE_MILLIS = 10_000;

    private Practice() {}

    /** Written at the first start; later starts go on with what the portal has. */
    static void keptIn(Path file, Options options) {
        if (!Files.exists(file)) {
            var entities = Optional.ofNullable(options.xero())
                    .flatMap(Practice::besideTheOther)
                    .orElseGet(() -> generated(options).getBytes(StandardCharsets.UTF_8));
            PrivateFiles.write(file, entities);
        }
    }

    private static String generated(Options options) {
        return PracticeGenerator.generate(options.clients(), options.seed()).entities().stream()
                .map(entity -> JsonMapper.shared().writeValueAsString(entity) + "\n")
                .collect(Collectors.joining());
    }

    /** A simulator elsewhere tells its entities; Xero itself does not, and gets a practice that it has never seen. */
    private static Optional<byte[]> besideTheOther(Xero xero) {
        try {
            var connection = (HttpURLConnection) URI.create(xero.base() + "/simulator/practice/entities")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (var body = connection.getInputStream()) {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        ? Optional.of(body.readAllBytes())
                        : Optional.empty();
            }
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }
}
