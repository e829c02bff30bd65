package com.nowinfinity.xpm.worker.runs;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.RunEnd;
import com.nowinfinity.xpm.events.SyncFinished;
import com.nowinfinity.xpm.events.SyncRequested;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The stored runs: collection {@code runs}, {@code _id} = business/run. */
public final class Runs {

    private static final String ID = "_id";
    private static final String ASKED = "asked";
    private static final String PARTITION = "partition";
    private static final String AFTER = "after";
    private static final String CANCELLED = "cancelled";
    private static final String ATTEMPT = "attempt";
    private static final String CONCLUSION = "conclusion";
    private static final String TENANT = "tenantId";
    private static final String SNAPSHOT = "snapshot";
    private static final String AT = "at";
    private static final String APART = "apart";

    private final Shelf shelf;
    private final Due due;

    public Runs(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /** Remembers a run; one that is known stays as it is. */
    public void record(SyncRequested asked, int partition, Map<String, Long> after) {
        String id = id(asked.getBusinessId(), asked.getRunId());
        List<Document> ends = new ArrayList<>();
        after.forEach((topic, offset) -> ends.add(new Document("topic", topic).append("offset", offset)));
        due.arrive(new Document(ID, id)
                .append(ASKED, new Document(JsonForm.of(asked)))
                .append(PARTITION, partition)
                .append(AFTER, ends));
    }

    /** Marks a run to be ended; without effect on one that is over. */
    public void cancel(String businessId, String runId) {
        shelf.set(id(businessId, runId), new Document(CANCELLED, true));
    }

    /** Another go at a run: what former ones told counts no more, and they cannot conclude. */
    public Run begin(String businessId, String runId) {
        while (true) {
            Document stored = shelf.find(id(businessId, runId))
                    .orElseThrow(() -> new IllegalStateException("A run is recorded before it is begun"));
            Integer attempt = stored.getInteger(ATTEMPT);
            Document next = new Document(ATTEMPT, attempt == null ? 1 : attempt + 1);
            if (shelf.changeIf(new Document(ID, stored.getString(ID)).append(ATTEMPT, attempt), next)) {
                stored.putAll(next);
                return read(stored);
            }
        }
    }

    /**
     * Remembers how a run ended; false when another go at it has begun, or, for a completed one, it was cancelled.
     *
     * @param tenantId the organisation that it looked at; null unless it completed
     * @param snapshot what it looked at; null unless it completed
     */
    public boolean conclude(
            Run run, @Nullable String tenantId, SyncFinished conclusion, Snapshots.@Nullable Taken snapshot) {
        Document standing = new Document(
                        ID, id(run.asked().getBusinessId(), run.asked().getRunId()))
                .append(ATTEMPT, run.attempt())
                .append(CONCLUSION, null);
        if (conclusion.getState() == RunEnd.COMPLETED) {
            standing.append(CANCELLED, new Document("$ne", true));
        }
        Document end = new Document(CONCLUSION, new Document(JsonForm.of(conclusion))).append(TENANT, tenantId);
        if (snapshot != null) {
            end.append(
                    SNAPSHOT, new Document(AT, snapshot.at().toString()).append(APART, List.copyOf(snapshot.apart())));
        }
        return shelf.changeIf(standing, end);
    }

    /** What the completed runs of an organisation looked at since then. */
    public Snapshots snapshots(String businessId, String tenantId, Instant since) {
        List<Snapshots.Taken> taken = new ArrayList<>();
        Document lately = Ranges.ofBusiness(ID, businessId)
                .append(TENANT, tenantId)
                .append(SNAPSHOT + "." + AT, new Document("$gt", since.toString()));
        shelf.scan(lately, List.of(ASKED, SNAPSHOT), 0, run -> {
            Document snapshot = run.get(SNAPSHOT, Document.class);
            taken.add(new Snapshots.Taken(
                    Instant.parse(snapshot.getString(AT)),
                    JsonForm.readStored(run.get(ASKED, Document.class), SyncRequested.class)
                            .getKinds(),
                    Set.copyOf(snapshot.getList(APART, String.class))));
        });
        return new Snapshots(taken);
    }

    /** Whether a run of the business has completed in this organisation before. */
    public boolean anyCompleted(String businessId, String tenantId) {
        List<String> found = new ArrayList<>();
        Document completed = Ranges.ofBusiness(ID, businessId)
                .append(TENANT, tenantId)
                .append(CONCLUSION + ".state", RunEnd.COMPLETED.name());
        shelf.scan(completed, List.of(ID), 1, run -> found.add(run.getString(ID)));
        return !found.isEmpty();
    }

    public void done(String businessId, String runId) {
        due.done(id(businessId, runId));
    }

    public Optional<Run> find(String businessId, String runId) {
        return shelf.find(id(businessId, runId)).map(Runs::read);
    }

    public Due due() {
        return due;
    }

    private static Run read(Document stored) {
        Map<String, Long> after = new HashMap<>();
        stored.getList(AFTER, Document.class).forEach(end -> after.put(end.getString("topic"), end.getLong("offset")));
        Document conclusion = stored.get(CONCLUSION, Document.class);
        return new Run(
                JsonForm.readStored(stored.get(ASKED, Document.class), SyncRequested.class),
                stored.getInteger(PARTITION),
                after,
                stored.getBoolean(CANCELLED, false),
                !stored.containsKey(Due.FIELD),
                stored.getInteger(ATTEMPT, 0),
                conclusion == null ? null : JsonForm.readStored(conclusion, SyncFinished.class));
    }

    private static String id(String businessId, String runId) {
        return businessId + "/" + runId;
    }
}
