package com.nowinfinity.xpm.standalone.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The last lines of a log. */
final class LogTail {

    private static final int LINES = 25;
    private static final int BYTES = 16 << 10;

    private LogTail() {}

    static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            var end = new byte[Math.toIntExact(Math.min(BYTES, length))];
            file.seek(length - end.length);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES))
                    .map("  | "::concat)
                    .collect(Collectors.joining(System.lineSeparator()));
        } catch (IOException e) {
            return "  | (no log: %s)".formatted(e.getMessage());
        }
    }
}
