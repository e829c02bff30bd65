package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.access.Access;
import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.options.WrongOptionException;
import com.nowinfinity.xpm.standalone.platform.Folders;
import com.nowinfinity.xpm.standalone.stack.DataFolder;
import com.nowinfinity.xpm.standalone.stack.Installation;
import com.nowinfinity.xpm.standalone.stack.Ports;
import com.nowinfinity.xpm.standalone.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToIntBiFunction;

/** {@code ./run --once}: the main job to its end. Its summary alone goes to standard output, the rest beside it. */
final class OnceRun {

    private static final int FAILED = 1;

    private final Options options;
    private final Installation installation;
    private final ToIntBiFunction<Access, Path> job;
    private final PrintStream aside;

    OnceRun(Options options, Installation installation, ToIntBiFunction<Access, Path> job, PrintStream aside) {
        this.options = options;
        this.installation = installation;
        this.job = job;
        this.aside = aside;
    }

    /** The job's exit code; a temporary folder is kept when the job fell short, as its logs tell why. */
    int toTheEnd() {
        var kept = options.dataDir();
        var folder = kept == null ? temporary() : kept;
        int code = FAILED;
        try {
            code = run(folder);
        } finally {
            if (kept == null && code == 0) {
                delete(folder);
            } else {
                aside.println("Data and logs are in %s.".formatted(folder));
            }
        }
        return code;
    }

    private int run(Path dataDir) {
        var ports = Ports.from(options.portBase());
        try (var folder = DataFolder.hold(dataDir);
                var stack = new Stack(options, folder, ports, installation, aside::println)) {
            ports.requireFree();
            return StopOnSignal.during(() -> job.applyAsInt(stack.start(), options.reportDir()), stack::close);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("xpm-once");
        } catch (IOException e) {
            throw new WrongOptionException("No temporary folder can be made: name one with --data-dir.");
        }
    }

    private void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            aside.println("%s cannot be removed: %s".formatted(folder, e.getMessage()));
        }
    }
}
