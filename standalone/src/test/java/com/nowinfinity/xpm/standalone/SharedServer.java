package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.platform.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that starts at first use in a folder of its own, and ends with the JVM, as does the folder. */
final class SharedServer<S extends AutoCloseable> {

    private final String name;
    private final Function<Path, S> start;
    private @Nullable S started;

    SharedServer(String name, Function<Path, S> start) {
        this.name = name;
        this.start = start;
    }

    synchronized S get() {
        if (started == null) {
            var folder = folder();
            var server = start.apply(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
            started = server;
        }
        return started;
    }

    private Path folder() {
        try {
            return Files.createTempDirectory("xpm-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // The JVM is ending: there is nobody left to tell.
    private static void end(AutoCloseable server, Path folder) {
        try {
            server.close();
            Folders.delete(folder);
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
