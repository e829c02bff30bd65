package com.nowinfinity.xpm.simulator.journal;

import com.nowinfinity.xpm.simulator.wire.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * One JSON object on each line of a file, handed to the operating system before anybody hears of it: that survives a
 * kill of the process, though not a power failure. Thread-safe.
 */
public final class JournalFile implements Journal {

    private final FileChannel channel;

    private JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Reads what an earlier life wrote. A last line cut short was never acknowledged and is left out. */
    public static void read(Path file, Consumer<JournalLine> lines) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                try {
                    lines.accept(Json.mapper().readValue(line, JournalLine.class));
                } catch (JacksonException cut) {
                    if (reader.readLine() != null) {
                        throw new IOException("A line in the middle of " + file + " cannot be read", cut);
                    }
                }
            }
        }
    }

    /** Writes a new file with these lines in place of an old one, whole or not at all, and goes on behind them. */
    public static JournalFile startWith(Path file, Stream<JournalLine> lines) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
            lines.forEach(line -> write(writer, line));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new JournalFile(FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    @Override
    public synchronized void append(JournalLine line) {
        ByteBuffer bytes = ByteBuffer.wrap(text(line).getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void write(Writer writer, JournalLine line) {
        try {
            writer.write(text(line));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String text(JournalLine line) {
        return Json.mapper().writeValueAsString(line) + "\n";
    }
}
