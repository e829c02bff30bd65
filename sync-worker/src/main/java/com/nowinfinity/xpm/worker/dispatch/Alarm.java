package com.nowinfinity.xpm.worker.dispatch;

import java.time.Duration;

/** Runs an action later; forgets it when the worker stops, because what is due is read back at the next start. */
@FunctionalInterface
public interface Alarm {

    void after(Duration delay, Runnable action);
}
