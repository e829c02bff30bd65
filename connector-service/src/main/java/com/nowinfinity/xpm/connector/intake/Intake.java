package com.nowinfinity.xpm.connector.intake;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventDigest;
import com.nowinfinity.xpm.bus.EventIdentity;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.events.Topic;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Puts what was handed in on its topic and returns once the broker has it. The same id with the same content becomes the
 * same event again, which changes nothing; so a caller that got no answer repeats safely.
 */
public final class Intake {

    private final Requests requests;
    private final EventPublisher publisher;

    Intake(Requests requests, EventPublisher publisher) {
        this.requests = requests;
        this.publisher = publisher;
    }

    /** What an event is given here beside its body; a repeat is given the same. */
    @FunctionalInterface
    public interface Addition<T extends SpecificRecord> {
        T with(T event, Map<String, String> added);
    }

    /**
     * As {@link #accept}, for an event that carries more than was handed in.
     *
     * @param added what it is given where it is new
     */
    public <T extends SpecificRecord> T accept(
            Topic<T> topic, T content, String by, Map<String, String> added, Stamp<T> stamp, Addition<T> addition) {
        Requests.First first = first(topic, content, by, added);
        T event = addition.with(stamp.stamped(first.at(), first.by()), first.added());
        publisher.publish(topic, event);
        return event;
    }

    /** The event with the time and the person it is to carry. */
    @FunctionalInterface
    public interface Stamp<T extends SpecificRecord> {
        T stamped(Instant occurredAt, String requestedBy);
    }

    /**
     * @param content the event without time and person: what a repeat must have in common
     * @return the event as published
     * @throws ProblemException 409 where its id was used for other content
     * @throws BrokerUnavailableException when it is not accepted; a repeat with the same id is safe
     */
    public <T extends SpecificRecord> T accept(Topic<T> topic, T content, String by, Stamp<T> stamp) {
        T event = registered(topic, content, by, stamp);
        publisher.publish(topic, event);
        return event;
    }

    /** The event as {@link #accept} will publish it, with its id taken; for what has to be saved before. */
    public <T extends SpecificRecord> T registered(Topic<T> topic, T content, String by, Stamp<T> stamp) {
        Requests.First first = first(topic, content, by, Map.of());
        return stamp.stamped(first.at(), first.by());
    }

    private <T extends SpecificRecord> Requests.First first(
            Topic<T> topic, T content, String by, Map<String, String> added) {
        Checks.texts(content);
        EventIdentity identity = EventIdentity.of(content);
        Checks.businessId(identity.businessId());
        return requests.take(identity.businessId(), identity.eventId(), EventDigest.of(topic, content), by, added);
    }

    /** @throws BrokerUnavailableException when it is not accepted */
    public <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        publisher.publish(topic, event);
    }
}
