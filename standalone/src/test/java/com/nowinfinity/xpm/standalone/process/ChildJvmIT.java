package com.nowinfinity.xpm.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildJvmIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void endsWithAParentThatIsKilled() throws Exception {
        int port = FreePort.any();
        var parent = SampleChild.jvm(folder, "parent", folder.toString(), Integer.toString(port))
                .start();
        await().atMost(PATIENCE).until(() -> SampleChild.answers(port));
        var child = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid"))));
        parent.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> child.isEmpty() || !child.get().isAlive());
    }

    @Test
    void leavesCtrlCToItsParentAndEndsWhenAsked() throws Exception {
        int port = FreePort.any();
        var child = SampleChild.jvm(folder, "healthy", Integer.toString(port)).start();
        await().atMost(PATIENCE).until(() -> SampleChild.answers(port));
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(child.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        Stopping.stop(child, PATIENCE);
        assertThat(child.exitValue()).isEqualTo(143);
    }

    @Test
    void showsNoSecretOnItsCommandLine() {
        int port = FreePort.any();
        var child = SampleChild.jvm(folder, "healthy", Integer.toString(port));
        var process = child.start();
        try {
            // Until it runs, the system may have no command line of it, or that of what starts it.
            await().atMost(PATIENCE).until(() -> SampleChild.answers(port));
            assertThat(process.info().commandLine().orElseThrow()).doesNotContain("hush");
            assertThat(child.toString()).doesNotContain("hush");
        } finally {
            process.destroyForcibly();
        }
    }
}
