package com.nowinfinity.xpm.standalone.platform;

import com.nowinfinity.xpm.standalone.process.ChildJvm;
import com.nowinfinity.xpm.standalone.process.Health;
import com.nowinfinity.xpm.standalone.process.Launcher;
import com.nowinfinity.xpm.standalone.process.Stopping;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apicurio Registry as a process of its own, from its published archive. Every answered registration is in its file, so
 * an id once given is never given again for another schema, even after a kill.
 */
public final class RegistryProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 100;
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final Process process;
    private final Path log;
    private final int port;

    private RegistryProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it without waiting: see {@link #awaitReady()}.
     *
     * @param home the unpacked archive
     * @param folder its database, kept between starts
     * @param log where it writes what it has to say
     * @param port of 127.0.0.1
     */
    public static RegistryProcess start(Path home, Path folder, Path log, int port) {
        var jar = home.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    "The schema registry is not unpacked in %s: build the module standalone".formatted(home));
        }
        var launcher = Launcher.writeTo(folder);
        var child = new ChildJvm(
                RegistrySettings.jvmOptions(),
                List.of(launcher, jar),
                Launcher.mainClassOf(jar),
                List.of(),
                RegistrySettings.environment(folder, port),
                folder,
                log);
        return new RegistryProcess(child.start(), log, port);
    }

    /** Base address of Confluent's API. */
    public URI uri() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    }

    /** Returns when it answers; throws {@link IllegalStateException} when it ends or stays silent instead. */
    public RegistryProcess awaitReady() {
        long start = System.nanoTime();
        try {
            while (!answers()) {
                if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("The schema registry ended while it started: see " + log);
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("The schema registry does not answer: see " + log);
                }
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the schema registry started", e);
        }
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        Stopping.stop(process, GRACE);
    }

    private boolean answers() {
        return Health.at(URI.create(uri() + "/subjects"), ANSWER) == Health.UP;
    }
}
