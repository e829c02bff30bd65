package com.nowinfinity.xpm.standalone;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Does work that a signal may end. */
final class StopOnSignal {

    private StopOnSignal() {}

    /**
     * The work's result. When a signal comes first, {@code stop} runs as the process ends, and this never returns: the
     * work fails then, and nobody should speak of it.
     */
    static <T> T during(Supplier<T> work, Runnable stop) {
        var hook = new Thread(stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException signalled) {
                waitForTheEnd();
            }
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
