package com.nowinfinity.xpm.worker.intake;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.bus.LogMarks;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.worker.dispatch.Trails;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds an event's trace with its id, where {@link OneBodyForEachId} put it. */
public final class StoredTrails implements Trails {

    private static final Logger LOG = LoggerFactory.getLogger(StoredTrails.class);
    private static final String WORK = "work";

    private final MongoCollection<Document> events;
    private final Traces traces;

    public StoredTrails(MongoCollection<Document> events, Traces traces) {
        this.events = events;
        this.traces = traces;
    }

    @Override
    public <T> T follow(String businessId, String eventId, Supplier<T> work) {
        return new LogMarks(businessId, eventId, null)
                .call(() -> traces.continuing(trace(businessId + "/" + eventId), WORK, work));
    }

    /** Nothing waits for a trace: what cannot be found out is not known. */
    private @Nullable String trace(String id) {
        if (traces.equals(Traces.NONE)) {
            return null;
        }
        try {
            Document event = events.find(new Document(OneBodyForEachId.ID, id)).first();
            return event == null ? null : event.getString(OneBodyForEachId.TRACE);
        } catch (MongoException e) {
            LOG.debug("The trace is not found: {}", e.toString());
            return null;
        }
    }
}
