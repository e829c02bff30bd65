package com.nowinfinity.xpm.worker.runs;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The stored runs: collection {@code runs}, {@code _id} = business/run. */
public final class Runs {

    private static final String ID = "_id";
    private static final String ASKED = "asked";
    private static final String PARTITION = "partition";
    private static final String AFTER = "after";
    private static final String CANCELLED = "cancelled";
    private static final String DUE = "due";

    private final MongoCollection<Document> collection;

    public Runs(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Remembers a run; one that is known stays as it is. */
    public void record(SyncRequested asked, int partition, Map<String, Long> after) {
        String id = id(asked.getBusinessId(), asked.getRunId());
        List<Document> ends = new ArrayList<>();
        after.forEach((topic, offset) -> ends.add(new Document("topic", topic).append("offset", offset)));
        try {
            collection.insertOne(new Document(ID, id)
                    .append(ASKED, new Document(JsonForm.of(asked)))
                    .append(PARTITION, partition)
                    .append(AFTER, ends)
                    .append(DUE, id));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Marks a run to be ended; without effect on one that is over. */
    public void cancel(String businessId, String runId) {
        collection.updateOne(
                new Document(ID, id(businessId, runId)),
                new Document("$set", new Document(CANCELLED, true)),
                new UpdateOptions().upsert(false));
    }

    public void done(String businessId, String runId) {
        collection.updateOne(new Document(ID, id(businessId, runId)), new Document("$unset", new Document(DUE, "")));
    }

    public Optional<Run> find(String businessId, String runId) {
        return Optional.ofNullable(
                        collection.find(new Document(ID, id(businessId, runId))).first())
                .map(Runs::read);
    }

    public List<String> due(String businessId) {
        return collection
                .find(Ranges.ofBusiness(DUE, businessId))
                .projection(new Document(ID, 1))
                .map(found -> found.getString(ID).substring(businessId.length() + 1))
                .into(new ArrayList<>());
    }

    private static Run read(Document stored) {
        Map<String, Long> after = new HashMap<>();
        stored.getList(AFTER, Document.class).forEach(end -> after.put(end.getString("topic"), end.getLong("offset")));
        return new Run(
                JsonForm.readStored(stored.get(ASKED, Document.class), SyncRequested.class),
                stored.getInteger(PARTITION),
                after,
                stored.getBoolean(CANCELLED, false),
                !stored.containsKey(DUE));
    }

    private static String id(String businessId, String runId) {
        return businessId + "/" + runId;
    }
}
