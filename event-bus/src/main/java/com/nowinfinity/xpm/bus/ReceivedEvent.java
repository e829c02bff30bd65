package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event off a topic. Its id and business are not blank, and the business is the record's key.
 *
 * @param offset place in the partition; grows, with gaps
 * @param event of the topic's type
 * @param trace where its publisher was in a trace, as {@link Traces} carries it; null for none
 */
public record ReceivedEvent(
        Topic<?> topic,
        int partition,
        long offset,
        String businessId,
        SpecificRecord event,
        @Nullable String trace) {

    /** An event of no trace. */
    public ReceivedEvent(Topic<?> topic, int partition, long offset, String businessId, SpecificRecord event) {
        this(topic, partition, offset, businessId, event, null);
    }

    public String eventId() {
        return EventIdentity.of(event).eventId();
    }
}
