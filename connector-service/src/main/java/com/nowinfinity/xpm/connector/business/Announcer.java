package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Tells others the state of a business. The topic is compacted, so the last event of a business on it must be its
 * newest: whoever published one looks again, and publishes what has become newer meanwhile.
 */
public final class Announcer {

    private final BusinessStore store;
    private final EventPublisher publisher;
    private final Soon soon;

    Announcer(BusinessStore store, EventPublisher publisher, Soon soon) {
        this.store = store;
        this.publisher = publisher;
        this.soon = soon;
    }

    void announceSoon(String businessId) {
        soon.run("the state of business " + businessId, () -> announce(businessId));
    }

    /**
     * Publishes what may not be out, as after a crash or while the broker was away. Reads every business.
     *
     * @param before what is younger is left to whoever saved it
     */
    public void announceAll(Instant before) {
        Document age = new Document("$lt", Date.from(before));
        store.scan(new Document(BusinessDocument.OUT, false).append(BusinessDocument.TOLD_AT, age))
                .forEach(this::announce);
    }

    /**
     * Publishes the newest revision, if it is not known to be out.
     *
     * @throws BrokerUnavailableException when that cannot be done now
     */
    private void announce(String businessId) {
        Business business = store.load(businessId);
        if (business.told() == null || business.told().out()) {
            return;
        }
        long published;
        do {
            publish(business, business.told());
            published = business.revision();
            business = store.load(businessId);
        } while (business.revision() != published && business.told() != null);
    }

    private void publish(Business business, Told told) {
        publisher.publish(Topics.CONNECTION_CHANGED, business.event(told));
        store.published(business.id(), told.eventId());
    }
}
