package com.nowinfinity.xpm.worker.dispatch;

import java.util.Map;

/** Whether what was published before some work of a business has come in. */
@FunctionalInterface
interface Arrival {

    /**
     * Whether it is still on its way; then the work is called for once it is in.
     *
     * @param ends that intake must be past, by topic name
     */
    boolean isAwaited(Work work, int partition, Map<String, Long> ends);
}
