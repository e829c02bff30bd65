package com.nowinfinity.xpm.notification.progress;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncProgressed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;

/**
 * The newest news of a run of each business. Of two tellings the later one counts, in whatever order they come
 * ({@code $max} on a document that begins with the time).
 */
public final class ProgressBook {

    private static final String ID = "_id";
    private static final String NEWEST = "newest";
    private static final String AT = "at";
    private static final String RUN = "run";
    private static final String STATE = "state";
    private static final String PHASE = "phase";
    private static final String DONE = "done";
    private static final String TOTAL = "total";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> progress;

    ProgressBook(MongoDatabase database) {
        progress = database.getCollection("progress");
    }

    /** What an event says of a run's progress, if anything. */
    public static Optional<Progress> of(SpecificRecord event) {
        return switch (event) {
            case SyncProgressed moved ->
                Optional.of(new Progress(
                        moved.getBusinessId(),
                        moved.getRunId(),
                        Progress.RUNNING,
                        moved.getPhase(),
                        moved.getDone(),
                        moved.getTotal(),
                        moved.getOccurredAt()));
            case SyncFinished finished ->
                Optional.of(new Progress(
                        finished.getBusinessId(),
                        finished.getRunId(),
                        finished.getState().name(),
                        null,
                        finished.getCompared(),
                        finished.getCompared(),
                        finished.getOccurredAt()));
            default -> Optional.empty();
        };
    }

    public void keep(List<Progress> news) {
        if (!news.isEmpty()) {
            progress.bulkWrite(news.stream().map(ProgressBook::write).toList(), new BulkWriteOptions().ordered(false));
        }
    }

    public List<Progress> of(Collection<String> businessIds) {
        return progress.find(new Document(ID, new Document("$in", List.copyOf(businessIds))))
                .map(ProgressBook::read)
                .into(new ArrayList<>());
    }

    private static UpdateOneModel<Document> write(Progress news) {
        Document newest = new Document(AT, Date.from(news.at()))
                .append(RUN, news.runId())
                .append(DONE, news.done())
                .append(TOTAL, news.total())
                .append(STATE, news.state())
                .append(PHASE, news.phase());
        return new UpdateOneModel<>(
                new Document(ID, news.businessId()), new Document("$max", new Document(NEWEST, newest)), UPSERT);
    }

    private static Progress read(Document document) {
        Document newest = document.get(NEWEST, Document.class);
        return new Progress(
                document.getString(ID),
                newest.getString(RUN),
                newest.getString(STATE),
                newest.getString(PHASE),
                newest.getLong(DONE),
                newest.getLong(TOTAL),
                newest.getDate(AT).toInstant());
    }
}
