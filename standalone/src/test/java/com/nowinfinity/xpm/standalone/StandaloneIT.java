package com.nowinfinity.xpm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nowinfinity.xpm.standalone.stack.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StandaloneIT {

    @TempDir
    Path folder;

    @Test
    void saysWhichOptionIsWrong() throws Exception {
        assertThat(run("--nonsense"))
                .isEqualTo(new Answer(2, "", "There is no option --nonsense; ./run --help lists them all.\n"));
    }

    @Test
    void saysWhatItCanDo() throws Exception {
        var answer = run("--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("--report-dir");
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = run("--port-base", Integer.toString(other.getLocalPort()), "--data-dir", folder.toString());
            assertThat(answer.code()).isEqualTo(2);
            // The other ports of the range may be in use as well: a test owns only the one it opened.
            assertThat(answer.error())
                    .startsWith("Something else listens on port " + other.getLocalPort())
                    .endsWith(": stop it, or choose other ports with --port-base.\n")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatTheDataFolderIsTaken() throws Exception {
        try (var other = DataFolder.hold(folder)) {
            var answer = run("--data-dir", other.root().toString());
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.error())
                    .startsWith("Another ./run uses the data folder")
                    .hasLineCount(1);
        }
    }

    @Test
    void saysThatTheDataFolderCannotBeWritten() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var answer = run("--data-dir", file.resolve("below").toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.error()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void saysThatTheServicesAreNotBuilt() throws Exception {
        var answer = run("--once");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.error()).contains("The module connector-service is not built: run ./mvnw package.");
    }

    private Answer run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drepository=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, error);
    }

    private record Answer(int code, String out, String error) {}
}
