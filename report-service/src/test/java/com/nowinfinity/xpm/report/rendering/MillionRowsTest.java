package com.nowinfinity.xpm.report.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The heap of the service is 256 MB; a report of any length must leave room for everything else. What is kept of a row has
 * a limit that 40,000 rows reach; {@code -Dreport.rows=1000000} takes minutes to say the same.
 */
class MillionRowsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void f28StreamsEveryFormatThroughASmallHeap(ReportFormat format) throws Exception {
        Path output = folder.resolve("output");
        Process writing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=com.nowinfinity.xpm.events",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRows.class.getName(),
                        format.name(),
                        Integer.toString(Integer.getInteger("report.rows", 40_000)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(writing.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(writing.exitValue()).as(Files.readString(output, UTF_8)).isZero();
        } finally {
            writing.destroyForcibly();
        }
    }
}
