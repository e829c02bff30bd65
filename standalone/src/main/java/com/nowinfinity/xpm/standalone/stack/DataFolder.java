package com.nowinfinity.xpm.standalone.stack;

import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Everything that outlives a stop, in one folder. One system at a time holds it; the operating system frees it, however
 * the process ends.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Makes it if need be; throws {@link WrongOptionException} where that is not possible or another system has it. */
    public static DataFolder hold(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root.resolve("logs"));
            var lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new WrongOptionException(
                        "Another ./run uses the data folder %s: choose another with --data-dir.".formatted(folder));
            }
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw new WrongOptionException("The data folder %s cannot be written.".formatted(folder));
        }
    }

    public Path root() {
        return root;
    }

    public Path access() {
        return root.resolve("access.json");
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    Path credentials() {
        return root.resolve("credentials.json");
    }

    Path demonstration() {
        return root.resolve("demonstration.json");
    }

    Path practice() {
        return root.resolve("entities.jsonl");
    }

    Path portalKey() {
        return root.resolve("portal-key.json");
    }

    Path registry() {
        return root.resolve("registry");
    }

    Path helper() {
        return root.resolve("helper");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
