package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import java.util.List;

/** Makes subscriptions. */
public interface EventSubscriptions {

    /**
     * @param group consumers of one group share the partitions; one consumer has a partition number of all topics
     * @param topics at least one
     */
    EventSubscription subscribe(
            String group, List<Topic<?>> topics, BatchHandler handler, AssignmentListener assignments);

    /** For a handler that does not mind which partitions it has. */
    default EventSubscription subscribe(String group, List<Topic<?>> topics, BatchHandler handler) {
        return subscribe(group, topics, handler, Indifferent.LISTENER);
    }
}
