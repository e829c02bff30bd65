package com.nowinfinity.xpm.worker.connections;

import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;

/**
 * The connections as last told: collection {@code connections}, {@code _id} = business. The topic is keyed by business,
 * so only the owner of a partition writes here and its memory is as good as the store.
 */
public final class Connections {

    private static final String ID = "_id";
    private static final String TOLD = "told";

    private final Shelf shelf;
    private final ConcurrentMap<String, Connection> remembered = new ConcurrentHashMap<>();

    public Connections(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Keeps the record with the highest revision; false when an equal or newer one is known. */
    public boolean tell(ConnectionChanged told) {
        Connection known = read(told.getBusinessId());
        if (!known.told().getEventId().isEmpty() && known.told().getRevision() >= told.getRevision()) {
            return false;
        }
        shelf.put(new Document(ID, told.getBusinessId()).append(TOLD, new Document(JsonForm.of(told))));
        remembered.put(told.getBusinessId(), new Connection(told));
        return true;
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
        return shelf.find(businessId)
                .map(found ->
                        new Connection(JsonForm.readStored(found.get(TOLD, Document.class), ConnectionChanged.class)))
                .orElseGet(() -> Connection.none(businessId));
    }
}
