package com.nowinfinity.xpm.benchmarks.lab;

import com.nowinfinity.xpm.standalone.process.Health;
import com.nowinfinity.xpm.standalone.process.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process that can be started, ended, killed, and held still. Not for several callers at a time. */
public final class LabProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final long GLANCE_MILLIS = 100;
    private static final long RESTART_MILLIS = 1_000;

    private final String name;
    private final Supplier<Process> launch;
    private final Supplier<Health> health;
    private final Path log;
    private final @Nullable Actuator actuator;
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private volatile @Nullable Process process;
    private volatile boolean supervised;
    /** Whether its end is asked for. */
    private volatile boolean asked;

    private LabProcess(
            String name, Supplier<Process> launch, Supplier<Health> health, Path log, @Nullable Actuator actuator) {
        this.name = name;
        this.launch = launch;
        this.health = health;
        this.log = log;
        this.actuator = actuator;
    }

    /** Something that is not ours. */
    static LabProcess server(String name, Supplier<Process> launch, Supplier<Health> health, Path log) {
        return new LabProcess(name, launch, health, log, null);
    }

    /** One of our services, or what stands in its place. */
    static LabProcess service(String name, Supplier<Process> launch, Path log, Actuator actuator) {
        return new LabProcess(name, launch, () -> actuator.health(ANSWER), log, actuator);
    }

    public String name() {
        return name;
    }

    /** Only services have figures. */
    public Actuator actuator() {
        return Objects.requireNonNull(actuator);
    }

    /** From now on it is started again when it ends by itself, as whoever operates it would. */
    public void supervise() {
        supervised = true;
        Process running = process;
        if (running != null) {
            watch(running);
        }
    }

    /** A sentence for each time that it has ended by itself: its exit value and what it said last. */
    public List<String> ends() {
        return List.copyOf(ends);
    }

    /** Returns at once. */
    public synchronized void start() {
        asked = false;
        Process started = launch.get();
        process = started;
        if (supervised) {
            watch(started);
        }
    }

    private void watch(Process running) {
        Thread.ofVirtual().start(() -> {
            running.onExit().join();
            startAgain(running);
        });
    }

    private void startAgain(Process ended) {
        Pauses.of(RESTART_MILLIS);
        synchronized (this) {
            if (!asked && ended.equals(process)) {
                ends.add("%s ended by itself with %d: %s".formatted(name, ended.exitValue(), lastWords()));
                start();
            }
        }
    }

    private String lastWords() {
        try {
            // Not all that a killed process has written need be text.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce("", (before, line) -> line);
        } catch (IOException e) {
            return "its log cannot be read, " + e;
        }
    }

    /** Returns when it is well. */
    public void awaitUp() {
        long began = System.nanoTime();
        while (health.get() != Health.UP) {
            Process running = process;
            boolean over = running == null || (!supervised && !running.isAlive());
            if (over || System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(name + " does not get well; its log says why");
            }
            Pauses.of(GLANCE_MILLIS);
        }
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** SIGKILL; returns when it is gone. */
    public synchronized void kill() {
        asked = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** SIGSTOP. */
    public void hold() {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void release() {
        signal("-CONT");
    }

    /** Asks it to end and waits for that. */
    @Override
    public synchronized void close() {
        asked = true;
        Process running = process;
        if (running != null) {
            Stopping.stop(running, GRACE);
        }
    }

    private void signal(String signal) {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            new ProcessBuilder("kill", signal, Long.toString(running.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
