package com.nowinfinity.xpm.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class SupervisorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Process> started = new CopyOnWriteArrayList<>();

    @Test
    void startsAgainWhatDiesOnceTheSystemIsReady() {
        int port = FreePort.any();
        try (var unit = new Supervisor(said::add, PATIENCE)) {
            unit.start(List.of(recorded(SampleChild.healthy(folder, port))), 1);
            unit.ready();
            started.getFirst().destroyForcibly();
            await().atMost(PATIENCE).until(() -> started.size() == 2 && SampleChild.answers(port));
            assertThat(said)
                    .singleElement()
                    .asString()
                    .startsWith("sample ended with code 137; starting it again in 1 s");
        }
        assertThat(started).noneMatch(Process::isAlive);
    }

    @Test
    void failsTheStartWithTheLastLinesOfWhatDied() {
        int port = FreePort.any();
        var broken = SampleChild.jvm(folder, "broken");
        try (var unit = new Supervisor(said::add, PATIENCE)) {
            var children = List.of(
                    recorded(SampleChild.healthy(folder, port)),
                    new Child("broken", broken::start, () -> Health.SILENT, broken.log()));
            assertThatThrownBy(() -> unit.start(children, 2))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("broken ended with code 3 while the system was starting")
                    .hasMessageContaining("The moon is in the wrong house.");
        }
        assertThat(started).noneMatch(Process::isAlive);
    }

    @Test
    void failsTheStartWhenADeathComesBeforeTheSystemIsReady() {
        try (var unit = new Supervisor(said::add, PATIENCE)) {
            unit.start(List.of(recorded(SampleChild.healthy(folder, FreePort.any()))), 1);
            started.getFirst().destroyForcibly();
            assertThatThrownBy(unit::await).hasMessageContaining("sample ended with code 137 while");
        }
    }

    @Test
    void losesPatienceWithWhatNeverBecomesHealthy() {
        var child = SampleChild.healthy(folder, FreePort.any());
        var deaf = new Child("deaf", child.start(), () -> Health.SILENT, child.log());
        try (var unit = new Supervisor(said::add, Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> unit.start(List.of(recorded(deaf)), 1))
                    .hasMessageContaining("deaf is not healthy after 1 s");
        }
        assertThat(started).noneMatch(Process::isAlive);
    }

    @Test
    void startsTheNextWhileOneWaitsForAnother() {
        var first = recorded(SampleChild.healthy(folder, FreePort.any()));
        var second = recorded(SampleChild.healthy(folder, FreePort.any()));
        var waiting = new Child(
                "waiting",
                first.start(),
                () -> second.health().get() == Health.UP ? first.health().get() : Health.WAITING,
                first.log());
        try (var unit = new Supervisor(said::add, PATIENCE)) {
            unit.start(List.of(waiting, second), 1);
            assertThat(started).hasSize(2).allMatch(Process::isAlive);
        }
    }

    private Child recorded(Child child) {
        return new Child(
                child.name(),
                () -> {
                    var process = child.start().get();
                    started.add(process);
                    return process;
                },
                child.health(),
                child.log());
    }
}
