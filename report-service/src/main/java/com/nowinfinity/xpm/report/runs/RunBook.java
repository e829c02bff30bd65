package com.nowinfinity.xpm.report.runs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.events.Count;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.RunKinds;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** What is known of runs. Every write is the same however often and in whatever order it is made. */
public final class RunBook {

    private static final String ID = "_id";
    private static final String BUSINESS = "business";
    private static final String RUN = "run";
    private static final String EVERYTHING = "everything";
    private static final String STATE = "state";
    private static final String COMPARED = "compared";
    private static final String ATTEMPT = "attempt";
    private static final String REQUESTED_BY = "requestedBy";
    private static final String AT = "at";
    private static final String COUNTS = "counts";
    private static final String NAME = "name";
    private static final String COUNT = "count";
    private static final String AWAITED = "awaited";
    private static final String CLOSED = "closed";

    private final MongoCollection<Document> runs;

    public RunBook(MongoDatabase database) {
        runs = database.getCollection("runs");
        runs.createIndex(new Document(AWAITED, 1));
    }

    /** Notes whether the run looks at everything; {@code sync-finished} does not say so. */
    void requested(SyncRequested event) {
        if (!event.getCancel()) {
            set(
                    event.getBusinessId(),
                    event.getRunId(),
                    new Document(EVERYTHING, RunKinds.areEverything(event.getKinds())));
        }
    }

    /** @return whether comparisons of the run will never be read */
    boolean finished(SyncFinished event) {
        boolean completed = event.getState() == RunEnd.COMPLETED;
        set(
                event.getBusinessId(),
                event.getRunId(),
                new Document(STATE, event.getState().name())
                        .append(COMPARED, event.getCompared())
                        .append(ATTEMPT, event.getAttempt())
                        .append(REQUESTED_BY, event.getRequestedBy())
                        .append(AT, Date.from(event.getOccurredAt()))
                        .append(
                                COUNTS,
                                event.getCounts().stream()
                                        .map(count ->
                                                new Document(NAME, count.getName()).append(COUNT, count.getCount()))
                                        .toList())
                        .append(AWAITED, completed));
        return !completed;
    }

    /** Runs whose report is still to be made, the one that ended first coming first. */
    public List<FinishedRun> awaited() {
        List<FinishedRun> awaited = new ArrayList<>();
        for (Document run : runs.find(new Document(AWAITED, true))) {
            awaited.add(finishedRun(run));
        }
        awaited.sort(Comparator.comparing(FinishedRun::at));
        return awaited;
    }

    /** The run's report is made, or will never be. */
    public void close(String businessId, String runId) {
        set(businessId, runId, new Document(AWAITED, false).append(CLOSED, true));
    }

    boolean isClosed(String businessId, String runId) {
        Document run = runs.find(new Document(ID, Key.of(businessId, runId))).first();
        return run != null && run.getBoolean(CLOSED, false);
    }

    private void set(String businessId, String runId, Document fields) {
        runs.updateOne(
                new Document(ID, Key.of(businessId, runId)),
                new Document("$set", fields.append(BUSINESS, businessId).append(RUN, runId)),
                new UpdateOptions().upsert(true));
    }

    private static FinishedRun finishedRun(Document run) {
        return new FinishedRun(
                run.getString(BUSINESS),
                run.getString(RUN),
                run.getLong(COMPARED),
                run.getInteger(ATTEMPT, 0),
                run.getBoolean(EVERYTHING, false),
                run.getString(REQUESTED_BY),
                run.getDate(AT).toInstant(),
                Objects.requireNonNullElse(run.getList(COUNTS, Document.class), List.<Document>of()).stream()
                        .map(count -> new Count(count.getString(NAME), count.getLong(COUNT)))
                        .toList());
    }
}
