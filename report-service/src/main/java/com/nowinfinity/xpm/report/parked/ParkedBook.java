package com.nowinfinity.xpm.report.parked;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What is parked. One document for each event that waits; its final outcome ends the waiting for good, in whatever order
 * and however often the two come. An outcome of an event that never waited leaves nothing.
 */
public final class ParkedBook implements EventTrail {

    private static final String ID = "_id";
    private static final String PARKED = "parked";
    private static final String OVER = "over";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions IN_ORDER = new BulkWriteOptions().ordered(true);

    private final MongoCollection<Document> parked;

    public ParkedBook(MongoDatabase database) {
        parked = database.getCollection("parked");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        List<WriteModel<Document>> writes =
                only(batch, EntitySynced.class).flatMap(ParkedBook::writes).toList();
        if (!writes.isEmpty()) {
            parked.bulkWrite(writes, IN_ORDER);
        }
    }

    /** What waits, the longest first. */
    List<ParkedWork> all(String businessId) {
        return ParkedDocument.works(waiting(Key.of(businessId)));
    }

    /** Whether anything of the entity waits. */
    public boolean waits(String businessId, String entityId) {
        return !waiting(Key.of(businessId, entityId)).isEmpty();
    }

    private List<Document> waiting(String key) {
        Document filter = new Document(ID, Key.range(key)).append(OVER, null);
        return parked.find(filter)
                .map(found -> found.get(PARKED, Document.class))
                .into(new ArrayList<>());
    }

    private static Stream<WriteModel<Document>> writes(EntitySynced event) {
        return event.getCausedBy().stream()
                .map(cause -> Key.of(event.getBusinessId(), event.getEntityId(), event.getDocumentId(), cause))
                .map(id -> event.getOutcome() == Outcome.PARKED ? parking(id, event) : ending(id));
    }

    private static WriteModel<Document> parking(String id, EntitySynced event) {
        Document latest = new Document("$max", new Document(PARKED, ParkedDocument.write(event)));
        return new UpdateOneModel<>(new Document(ID, id), latest, UPSERT);
    }

    private static WriteModel<Document> ending(String id) {
        return new UpdateOneModel<>(new Document(ID, id), new Document("$set", new Document(OVER, true)));
    }
}
