package com.nowinfinity.xpm.standalone.stack;

import java.util.ArrayList;
import java.util.List;

/** Options for many small JVMs on two cores: quick to start, and frugal. */
final class JvmOptions {

    private JvmOptions() {}

    static List<String> small(int heapMegabytes) {
        return List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8");
    }

    static List<String> with(List<String> options, String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }
}
