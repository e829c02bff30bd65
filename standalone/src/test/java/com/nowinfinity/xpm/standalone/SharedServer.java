package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.platform.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server that starts at first use in a folder of its own, and ends with the JVM, as does the folder. */
final class SharedServer {

    private final String name;
    private final Function<Path, Running> start;
    private @Nullable String address;

    SharedServer(String name, Function<Path, Running> start) {
        this.name = name;
        this.start = start;
    }

    /** A server that answers at the address until it is closed. */
    record Running(String address, AutoCloseable server) {}

    synchronized String address() {
        if (address == null) {
            var folder = folder();
            var running = start.apply(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running.server(), folder)));
            address = running.address();
        }
        return address;
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
