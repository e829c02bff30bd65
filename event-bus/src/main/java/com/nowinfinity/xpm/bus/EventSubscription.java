package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.SmartLifecycle;

/**
 * One consumer of several topics. As a Spring bean it starts and stops with the application; elsewhere call
 * {@link #start} and {@link #close}. Starting does not wait: where a topic does not exist yet, the subscription looks
 * again until its owner has made it.
 */
public interface EventSubscription extends SmartLifecycle, AutoCloseable {

    /** The partition numbers this consumer has now. */
    Set<Integer> partitions();

    /**
     * The offset of the first record that is not yet behind us: handed over and accepted, or put aside. Reaches the
     * end as {@link EndOffsets} tells it, at most a second late. Empty while the partition is not ours.
     */
    OptionalLong position(Topic<?> topic, int partition);

    @Override
    default void close() {
        stop();
    }
}
