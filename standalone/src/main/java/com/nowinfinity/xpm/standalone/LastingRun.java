package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.options.Options;
import com.nowinfinity.xpm.standalone.stack.DataFolder;
import com.nowinfinity.xpm.standalone.stack.Installation;
import com.nowinfinity.xpm.standalone.stack.Ports;
import com.nowinfinity.xpm.standalone.stack.Stack;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./run}: everything stays up until a signal stops it, and the process ends with 0. */
final class LastingRun {

    private final Options options;
    private final Path dataDir;
    private final Installation installation;
    private final PrintStream out;

    LastingRun(Options options, Path dataDir, Installation installation, PrintStream out) {
        this.options = options;
        this.dataDir = dataDir;
        this.installation = installation;
        this.out = out;
    }

    /** Returns only by an exception: what is wrong with the options, or with the system. */
    void untilStopped() {
        var ports = Ports.from(options.portBase());
        try (var folder = DataFolder.hold(dataDir);
                var stack = new Stack(options, folder, ports, installation, out::println)) {
            ports.requireFree();
            out.println("Starting; data and logs are in %s.".formatted(folder.root()));
            StopOnSignal.during(() -> live(stack, folder), () -> stop(stack));
        }
    }

    private boolean live(Stack stack, DataFolder folder) {
        new Announcement(out).of(stack.start(), folder);
        stack.await();
        return true;
    }

    private void stop(Stack stack) {
        out.println("Stopping.");
        stack.close();
        Runtime.getRuntime().halt(0);
    }
}
