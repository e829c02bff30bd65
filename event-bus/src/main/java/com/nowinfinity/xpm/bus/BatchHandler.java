package com.nowinfinity.xpm.bus;

import java.util.List;

/** What a service does with events. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Takes one poll's events, in order for each partition. Once it returns, their offsets are committed. When it
     * throws, the same events come again after a pause, forever and in the same order, so it must be able to meet an
     * event twice; events of other partitions may come in between. It runs on the polling thread: what waits for
     * anything but a short write belongs elsewhere.
     *
     * @throws PoisonEventException to refuse one event for good
     * @throws Exception when something it needs is not there now
     */
    void handle(List<ReceivedEvent> batch) throws Exception;
}
