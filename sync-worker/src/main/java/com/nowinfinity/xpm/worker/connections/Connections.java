package com.nowinfinity.xpm.worker.connections;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The connections as last told: collection {@code connections}, {@code _id} = business. The topic is keyed by business,
 * so the owner of a partition writes here, and its memory is as good as the store for as long as it is the owner.
 */
public final class Connections {

    private static final String ID = "_id";
    private static final String TOLD = "told";
    private static final String ORGANISATION = "organisation";
    private static final String SINCE = "since";

    private final Shelf shelf;
    private final ConcurrentMap<String, Connection> remembered = new ConcurrentHashMap<>();

    public Connections(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Keeps the record with the highest revision; false when an equal or newer one is known. */
    public boolean tell(ConnectionChanged told) {
        String businessId = told.getBusinessId();
        while (true) {
            Document stored = shelf.find(businessId).orElse(null);
            Connection known = read(businessId, stored);
            if (stored != null && known.told().getRevision() >= told.getRevision()) {
                // A former owner may have stored it after we had read what stood before.
                remembered.put(businessId, known);
                return false;
            }
            Connection changed = known.changed(told);
            if (stored == null ? shelf.insert(form(changed)) : replace(known, changed)) {
                remembered.put(businessId, changed);
                return true;
            }
        }
    }

    /** Not over what another has told meanwhile: a former owner of the partition may come late. */
    private boolean replace(Connection known, Connection changed) {
        Document expected = new Document(ID, known.businessId())
                .append(TOLD + ".eventId", known.told().getEventId());
        Document set = form(changed);
        set.remove(ID);
        return shelf.changeIf(expected, set);
    }

    public Connection of(String businessId) {
        Connection known = remembered.get(businessId);
        if (known != null) {
            return known;
        }
        // What is told while we read is newer than what we read.
        Connection stored = read(businessId);
        Connection told = remembered.putIfAbsent(businessId, stored);
        return told == null ? stored : told;
    }

    /** After a hand-over the store is right and memory may be old. */
    public void forget(String businessId) {
        remembered.remove(businessId);
    }

    /** The same for all businesses of which this holds. */
    public void forget(Predicate<String> businesses) {
        remembered.keySet().removeIf(businesses);
    }

    /** Every business that we were ever told of. */
    public List<String> businesses() {
        List<String> businesses = new ArrayList<>();
        shelf.scan(
                new Document(ID, new Document("$gt", "")),
                List.of(ID),
                0,
                found -> businesses.add(found.getString(ID)));
        return businesses;
    }

    private Connection read(String businessId) {
        return read(businessId, shelf.find(businessId).orElse(null));
    }

    private static Connection read(String businessId, @Nullable Document stored) {
        if (stored == null) {
            return Connection.none(businessId);
        }
        ConnectionChanged told = JsonForm.readStored(stored.get(TOLD, Document.class), ConnectionChanged.class);
        Date since = stored.getDate(SINCE);
        // Versions before kept neither.
        String organisation = stored.containsKey(ORGANISATION) ? stored.getString(ORGANISATION) : told.getTenantId();
        return new Connection(told, organisation, since == null ? Instant.MIN : since.toInstant());
    }

    private static Document form(Connection connection) {
        Instant since = connection.since();
        return new Document(ID, connection.businessId())
                .append(TOLD, new Document(JsonForm.of(connection.told())))
                .append(ORGANISATION, connection.organisation())
                .append(SINCE, since.equals(Instant.MIN) ? null : Date.from(since));
    }
}
