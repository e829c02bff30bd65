package com.nowinfinity.xpm.worker.dispatch;

import java.util.Map;

/** How far intake has got: runs and pushes begin once everything that was published before them is in. */
@FunctionalInterface
public interface IntakeProgress {

    /** Whether everything before these ends, by topic name, has been taken in. */
    boolean isPast(int partition, Map<String, Long> ends);
}
