package com.nowinfinity.xpm.standalone.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes: asked first, then made to. */
public final class Stopping {

    private Stopping() {}

    /** Returns when the process has ended, at the latest a moment after the grace. */
    public static void stop(Process process, Duration grace) {
        // Not Process.destroy(): that also closes the pipe that EndWithParent watches, which ends it at once.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
