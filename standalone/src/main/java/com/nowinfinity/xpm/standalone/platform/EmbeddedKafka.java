package com.nowinfinity.xpm.standalone.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, one KRaft node, in this process. Its folder survives restarts, also unclean ones: what was
 * acknowledged has reached the operating system.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** Any 16 bytes in URL-safe Base64; the same at every start, as the folder remembers it. */
    private static final String CLUSTER = "eHBtLXN0YW5kYWxvbmUtMQ";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker; returns when it takes requests.
     *
     * @param folder kept between starts; formatted when it is new
     * @param port of 127.0.0.1
     */
    public static EmbeddedKafka start(Path folder, int port) {
        var settings = EmbeddedKafkaSettings.of(folder, port, FreePort.any());
        format(folder, settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, Properties settings) {
        var said = new ByteArrayOutputStream();
        int code;
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "format", ".properties");
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            String[] arguments = {"format", "--ignore-formatted", "-t", CLUSTER, "-c", file.toString()};
            code = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's folder cannot be written: " + folder, e);
        }
        if (code != 0) {
            throw new IllegalStateException(
                    "The broker's folder cannot be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }
}
