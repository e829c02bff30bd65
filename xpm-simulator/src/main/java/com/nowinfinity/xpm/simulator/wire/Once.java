package com.nowinfinity.xpm.simulator.wire;

import java.util.concurrent.atomic.AtomicBoolean;

/** Does it the first time only. */
final class Once implements Runnable {

    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    Once(Runnable action) {
        this.action = action;
    }

    @Override
    public void run() {
        if (done.compareAndSet(false, true)) {
            action.run();
        }
    }
}
