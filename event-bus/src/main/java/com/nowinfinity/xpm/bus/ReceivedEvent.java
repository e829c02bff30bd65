package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event off a topic. Its id and business are not blank, and the business is the record's key.
 *
 * @param offset place in the partition; grows, with gaps
 * @param event of the topic's type
 */
public record ReceivedEvent(Topic<?> topic, int partition, long offset, String businessId, SpecificRecord event) {

    public String eventId() {
        return EventIdentity.of(event).eventId();
    }
}
