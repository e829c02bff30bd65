package com.nowinfinity.xpm.bus;

import com.nowinfinity.xpm.events.Topic;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Puts events on their topics. Key and {@code eventId} header come from the event. Safe for use by many threads. */
public interface EventPublisher {

    /**
     * Returns once every in-sync replica has the event.
     *
     * @throws BrokerUnavailableException when that did not happen within {@code event-bus.publishing.timeout}; the
     *     event may have arrived all the same, so whoever repeats it must keep its id
     * @throws UnpublishableEventException when this event can never be published
     */
    <T extends SpecificRecord> void publish(Topic<T> topic, T event);

    /**
     * As {@link #publish}, for many events in a row: they leave in batches and, for one business, in the order of the
     * calls. The future fails with what {@link #publish} throws. May block for {@code event-bus.publishing.timeout}
     * where the broker is away or cannot keep up.
     */
    <T extends SpecificRecord> CompletableFuture<Void> publishAsync(Topic<T> topic, T event);
}
