package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;
import java.util.function.Consumer;

/** What a line needs of threads: nothing runs by itself. */
record LineThreads(Consumer<Runnable> starting) implements Threads {

    @Override
    public void start(Runnable work) {
        starting.accept(work);
    }

    @Override
    public Turnstile turnstile() {
        throw new UnsupportedOperationException("A line takes no turns");
    }

    @Override
    public Room room(int places) {
        throw new UnsupportedOperationException("A line takes no room");
    }

    @Override
    public void pause(Duration duration) {
        throw new UnsupportedOperationException("A line does not wait");
    }
}
