package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import java.util.Collection;
import java.util.Map;

/** Where topics end now. */
@FunctionalInterface
public interface EndOffsets {

    /**
     * The offset that the next record of each topic will get in this partition.
     *
     * @throws BrokerUnavailableException when the broker does not say in time
     */
    Map<Topic<?>, Long> of(int partition, Collection<? extends Topic<?>> topics);
}
