package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.SharedServer.Running;
import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.EmbeddedMongo;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import com.nowinfinity.xpm.standalone.platform.RegistryProcess;
import java.nio.file.Path;

/**
 * Real broker, registry and database for integration tests: each starts when it is first asked for, serves the whole
 * JVM and ends with it. With the system property {@code platform=docker} broker and database are containers. Tests share them, so they use topics, subjects, databases or business ids of their own.
 */
public final class TestPlatform {

    private static final TestPlatform SHARED = new TestPlatform();

    private final SharedServer kafka = new SharedServer("kafka", TestPlatform::kafka);
    private final SharedServer mongo = new SharedServer("mongo", TestPlatform::mongo);
    private final SharedServer registry = new SharedServer("registry", TestPlatform::registry);

    private TestPlatform() {
        QuietServers.install();
    }

    public static TestPlatform shared() {
        return SHARED;
    }

    public String bootstrapServers() {
        return kafka.address();
    }

    /** Base address of Confluent's API, {@code http://host:port/apis/ccompat/v7}. */
    public String registryUri() {
        return registry.address();
    }

    /** Without a database's name. */
    public String mongoUri() {
        return mongo.address();
    }

    /** Where the registry's archive is unpacked. */
    public static Path registryHome() {
        var home = System.getProperty("registry.home");
        if (home == null) {
            throw new IllegalStateException("The system property registry.home is not set: run as an integration test");
        }
        return Path.of(home);
    }

    private static Running kafka(Path folder) {
        if (ContainerServers.wanted()) {
            return ContainerServers.kafka();
        }
        var kafka = EmbeddedKafka.start(folder, FreePort.any());
        return new Running(kafka.bootstrapServers(), kafka);
    }

    private static Running mongo(Path folder) {
        if (ContainerServers.wanted()) {
            return ContainerServers.mongo();
        }
        var mongo = EmbeddedMongo.start(folder, FreePort.any());
        return new Running(mongo.uri(), mongo);
    }

    private static Running registry(Path folder) {
        var registry = RegistryProcess.start(registryHome(), folder, folder.resolve("registry.log"), FreePort.any());
        return new Running(registry.awaitReady().uri().toString(), registry);
    }
}
