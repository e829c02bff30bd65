package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.platform.Folders;
import com.nowinfinity.xpm.standalone.process.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * A service laid out by Spring Boot's own tool, the application's jar beside its libraries: that starts faster than
 * jars within a jar, and its classes can be archived.
 *
 * @param jar runnable with {@code java -jar}
 */
public record UnpackedService(Service service, Path folder, Path jar) {

    private static final String STAMP = "unpacked-from";
    private static final long PATIENCE_SECONDS = 120;

    /** Unpacks the service beside its jar unless this very build of it is unpacked there. */
    static UnpackedService of(ServiceJar built) {
        var folder = built.file().resolveSibling("unpacked");
        var unpacked = new UnpackedService(
                built.service(), folder, folder.resolve(built.file().getFileName()));
        try {
            if (!isUnpacked(built, folder)) {
                unpackOnce(built, folder);
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be unpacked".formatted(built.file()), e);
        }
    }

    private static boolean isUnpacked(ServiceJar built, Path folder) throws IOException {
        var stamp = folder.resolve(STAMP);
        return Files.exists(stamp) && Files.readString(stamp).equals(built.stamp());
    }

    /** Several systems may start from one build at the same time; the others wait for the first. */
    private static void unpackOnce(ServiceJar built, Path folder) throws IOException {
        var lock = folder.resolveSibling("unpacked.lock");
        try (var locked = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            locked.lock();
            if (!isUnpacked(built, folder)) {
                Folders.delete(folder);
                unpack(built, folder);
                Files.writeString(folder.resolve(STAMP), built.stamp());
            }
        }
    }

    private static void unpack(ServiceJar built, Path folder) throws IOException {
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built.file().toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new StartFailedException("%s cannot be unpacked.".formatted(built.file()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while %s was unpacked.".formatted(built.file()));
        } finally {
            tool.destroyForcibly();
        }
    }
}
