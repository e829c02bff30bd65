package com.nowinfinity.xpm.connector.runs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.connector.store.VersionedDocuments;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The runs, each one document that carries its own events until they are out. */
final class Runs {

    private final MongoCollection<Document> collection;
    private final VersionedDocuments<Run> documents;
    private final EventPublisher publisher;
    private final Soon soon;

    Runs(MongoDatabase database, EventPublisher publisher, Soon soon) {
        collection = database.getCollection("runs");
        collection.createIndex(
                new Document(RunDocument.ACTIVE, 1),
                new IndexOptions().unique(true).sparse(true));
        collection.createIndex(new Document(RunDocument.FINISHED_AT, 1), new IndexOptions().sparse(true));
        collection.createIndex(new Document(RunDocument.PLANNED_AT, 1), new IndexOptions().sparse(true));
        this.documents = new VersionedDocuments<>(collection, RunDocument::read, RunDocument::of, Run::v);
        this.publisher = publisher;
        this.soon = soon;
    }

    @Nullable
    Run find(String businessId, String runId) {
        return documents.find(Run.id(businessId, runId));
    }

    @Nullable
    Run active(String businessId) {
        return documents.findBy(new Document(RunDocument.ACTIVE, businessId));
    }

    /** False where another run of the business is active. */
    boolean begin(Run run) {
        boolean begun = documents.insert(run);
        if (begun) {
            announceSoon(run);
        }
        return begun;
    }

    /**
     * Takes the step, again when somebody else was faster, and tells what it adds.
     *
     * @return what was saved; null where there is no such run
     */
    @Nullable
    Run change(String businessId, String runId, UnaryOperator<Run> step) {
        while (true) {
            Run before = find(businessId, runId);
            if (before == null) {
                return null;
            }
            Run wanted = step.apply(before);
            if (wanted.equals(before)) {
                return before;
            }
            Run after = wanted.next();
            if (documents.replace(before, after)) {
                if (after.unpublished().size() > before.unpublished().size()) {
                    announceSoon(after);
                }
                return after;
            }
        }
    }

    /**
     * Publishes what may not be out, as after a crash or while the broker was away. Reads every run.
     *
     * @param before what is younger is left to whoever saved it
     */
    void announceAll(Instant before) {
        documents
                .scan(new Document(RunDocument.UNPUBLISHED + ".0", new Document("$exists", true)))
                .forEach(id -> announce(id, before));
    }

    /**
     * Removes runs that ended long ago.
     *
     * @param before what ended later stays
     */
    void forgetEnded(Instant before) {
        Document earlier = new Document("$lt", before.toString());
        List<String> ids = new ArrayList<>(documents.scan(new Document(RunDocument.FINISHED_AT, earlier)));
        // What was only to be planned has no other end.
        ids.addAll(documents.scan(new Document(RunDocument.PLANNED_AT, earlier)));
        for (String id : ids) {
            Run run = documents.find(id);
            Instant ended = run == null ? null : run.finishedAt();
            if (run != null
                    && ended != null
                    && ended.isBefore(before)
                    && run.unpublished().isEmpty()) {
                collection.deleteOne(new Document(VersionedDocuments.ID, id).append(VersionedDocuments.V, run.v()));
            }
        }
    }

    private void announceSoon(Run run) {
        soon.run("the request of run " + run.id(), () -> announce(run.id(), Instant.MAX));
    }

    private void announce(String id, Instant before) {
        Run run = documents.find(id);
        if (run == null
                || run.unpublished().stream()
                        .noneMatch(event -> event.getOccurredAt().isBefore(before))) {
            return;
        }
        for (SyncRequested event : run.unpublished()) {
            publisher.publish(Topics.SYNC_REQUESTED, event);
            change(event.getBusinessId(), event.getRunId(), present -> present.published(event));
        }
    }
}
