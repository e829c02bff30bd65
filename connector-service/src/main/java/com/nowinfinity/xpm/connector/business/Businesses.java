package com.nowinfinity.xpm.connector.business;

import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;

/** The businesses, each one document, changed by compare-and-set. A change that others see is told right after. */
public final class Businesses {

    private final BusinessStore store;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final ConnectionMeters meters;

    Businesses(
            BusinessStore store,
            Announcer announcer,
            InstantSource clock,
            Supplier<UUID> ids,
            ConnectionMeters meters) {
        this.store = store;
        this.announcer = announcer;
        this.clock = clock;
        this.ids = ids;
        this.meters = meters;
    }

    public Business load(String businessId) {
        return store.load(businessId);
    }

    /**
     * Takes the step on the present state and saves the result; again, when somebody else was faster. Where others see
     * a difference, its event goes out before this returns, or soon after when the broker is away.
     *
     * @param step without side effects: it may run more than once
     * @return what was saved, or the unchanged state
     */
    public Business change(String businessId, UnaryOperator<Business> step) {
        while (true) {
            Business before = store.load(businessId);
            Business wanted = step.apply(before);
            if (wanted.equals(before)) {
                return before;
            }
            Told event = new Told(ids.get().toString(), clock.instant().truncatedTo(ChronoUnit.MILLIS), false);
            Business after = wanted.next(before, event);
            if (store.save(before, after)) {
                meters.changed(before.connection(), after.connection());
                if (after.revision() != before.revision()) {
                    announcer.announceSoon(businessId);
                }
                return after;
            }
        }
    }

    /** Ids of all businesses that were ever saved. */
    public List<String> all() {
        return store.scan(new Document());
    }

    /** Which of these were forgotten, and when last. */
    public Map<String, Instant> forgotten(Set<String> businessIds) {
        Map<String, Instant> times = new HashMap<>();
        Document wanted = new Document(VersionedDocuments.ID, new Document("$in", List.copyOf(businessIds)))
                .append(BusinessDocument.FORGOTTEN_AT, new Document("$ne", null));
        for (String businessId : store.scan(wanted)) {
            Instant at = store.load(businessId).forgotten().all();
            if (at != null) {
                times.put(businessId, at);
            }
        }
        return times;
    }

    /** Ids of businesses with grants still to be closed at Xero. Reads every business. */
    public List<String> withFormerGrants() {
        return store.scan(new Document(BusinessDocument.FORMER + ".0", new Document("$exists", true)));
    }

    /** Ids of businesses that want runs by a schedule. Reads every business. */
    public List<String> withSchedule() {
        return store.scan(new Document(BusinessDocument.SCHEDULE, new Document("$ne", null)));
    }

    /** True where a business uses a grant of this Xero user. Reads every business. */
    public boolean isUserOfSomeBusiness(String xeroUserId) {
        return !store.scan(new Document(BusinessDocument.GRANT + "." + BusinessDocument.XERO_USER, xeroUserId))
                .isEmpty();
    }

    /** True where another business than this one uses a grant of this Xero user. Reads every business. */
    public boolean isUserOfAnother(String xeroUserId, String businessId) {
        return store.scan(new Document(BusinessDocument.GRANT + "." + BusinessDocument.XERO_USER, xeroUserId)).stream()
                .anyMatch(other -> !other.equals(businessId));
    }

    /** Ids of businesses whose access token ended before this: nobody has used it since. Reads every business. */
    public List<String> unusedSince(Instant time) {
        Document expired = new Document("$lt", Date.from(time));
        return store.scan(new Document(BusinessDocument.GRANT + "." + BusinessDocument.EXPIRES_AT, expired));
    }
}
