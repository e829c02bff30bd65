package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.EmbeddedMongo;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import com.nowinfinity.xpm.standalone.platform.RegistryProcess;
import java.nio.file.Path;

/**
 * Real broker, registry and database for integration tests: each starts when it is first asked for, serves the whole
 * JVM and ends with it. Tests share them, so they use topics, subjects, databases or business ids of their own.
 */
public final class TestPlatform {

    private static final TestPlatform SHARED = new TestPlatform();

    private final SharedServer<EmbeddedKafka> kafka =
            new SharedServer<>("kafka", folder -> EmbeddedKafka.start(folder, FreePort.any()));
    private final SharedServer<EmbeddedMongo> mongo =
            new SharedServer<>("mongo", folder -> EmbeddedMongo.start(folder, FreePort.any()));
    private final SharedServer<RegistryProcess> registry = new SharedServer<>("registry", TestPlatform::registry);

    private TestPlatform() {
        QuietServers.install();
    }

    public static TestPlatform shared() {
        return SHARED;
    }

    public String bootstrapServers() {
        return kafka.get().bootstrapServers();
    }

    /** Base address of Confluent's API, {@code http://host:port/apis/ccompat/v7}. */
    public String registryUri() {
        return registry.get().uri().toString();
    }

    /** Without a database's name. */
    public String mongoUri() {
        return mongo.get().uri();
    }

    /** Where the registry's archive is unpacked. */
    public static Path registryHome() {
        var home = System.getProperty("registry.home");
        if (home == null) {
            throw new IllegalStateException("The system property registry.home is not set: run as an integration test");
        }
        return Path.of(home);
    }

    private static RegistryProcess registry(Path folder) {
        return RegistryProcess.start(registryHome(), folder, folder.resolve("registry.log"), FreePort.any())
                .awaitReady();
    }
}
