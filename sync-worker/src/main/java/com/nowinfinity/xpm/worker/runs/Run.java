package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.SyncRequested;
import java.util.Map;

/**
 * A run as it was asked for.
 *
 * @param after where the other work topics ended when it was asked for, by topic name
 * @param cancelled whether a person has asked to end it
 */
public record Run(SyncRequested asked, int partition, Map<String, Long> after, boolean cancelled, boolean done) {

    public String runId() {
        return asked.getRunId();
    }
}
