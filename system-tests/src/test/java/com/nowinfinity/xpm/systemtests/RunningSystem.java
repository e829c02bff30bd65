package com.nowinfinity.xpm.systemtests;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.access.AccessFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A system as {@code ./run} starts it, on free ports and a folder of its own; without the script's own build. */
final class RunningSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final Process process;
    private final Path dataDir;

    private RunningSystem(Process process, Path dataDir) {
        this.process = process;
        this.dataDir = dataDir;
    }

    /** The repository's top folder. */
    static Path repository() {
        return Path.of(property("repository"));
    }

    /** An empty folder for one test. */
    static Path folder(String name) {
        try {
            Path folder = Path.of(property("work.folder")).resolve(name);
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of the command that {@code ./run} ends in, after unpacking what the build made. */
    static List<String> command(String... arguments) {
        Command prepared = Command.run(repository(), START, "", words("prepare"));
        if (prepared.exitCode() != 0) {
            throw new AssertionError("prepare failed: " + prepared.err());
        }
        return words(arguments);
    }

    private static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Drepository=" + repository(),
                "-Dregistry.home=" + property("registry.home"),
                "-jar",
                property("standalone.jar")));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Returns when READY was printed. */
    static RunningSystem start(Path dataDir, String... arguments) {
        return start(dataDir, Map.of(), arguments);
    }

    /** @param environment of every process in it */
    static RunningSystem start(Path dataDir, Map<String, String> environment, String... arguments) {
        List<String> words = command("--data-dir", dataDir.toString());
        words.addAll(List.of(arguments));
        try {
            Files.createDirectories(dataDir);
            Path out = Files.createTempFile(dataDir.getParent(), "run", ".out");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(repository().toFile())
                    .redirectOutput(out.toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            RunningSystem system = new RunningSystem(process, dataDir);
            system.awaitReady(out);
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path out) {
        try {
            Awaitility.await("READY").atMost(START).until(() -> {
                if (!process.isAlive()) {
                    throw new AssertionError("./run ended: " + Files.readString(out));
                }
                return Files.readAllLines(out).contains("READY");
            });
        } catch (RuntimeException | AssertionError notReady) {
            close();
            throw notReady;
        }
    }

    Access access() {
        return AccessFile.read(dataDir.resolve("access.json"));
    }

    /** The processes of a service, as they are now. */
    List<ProcessHandle> processesOf(String service) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("/" + service + "/"))
                .toList();
    }

    /** As Ctrl-C does; no process of the system is left. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            boolean ended = process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly();
            List<ProcessHandle> left =
                    children.stream().filter(ProcessHandle::isAlive).toList();
            left.forEach(ProcessHandle::destroyForcibly);
            if (!ended || !left.isEmpty()) {
                throw new AssertionError("Stopping left %s behind, ended: %s".formatted(left, ended));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property %s is not set: run as an integration test".formatted(name));
        }
        return value;
    }
}
