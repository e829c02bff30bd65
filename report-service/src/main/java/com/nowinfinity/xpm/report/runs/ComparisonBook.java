package com.nowinfinity.xpm.report.runs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.report.discrepancy.Coverage;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.storage.DiscrepancyDocument;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What each go at a run found for each pair; a pair told twice is one. Kept until the report is out. */
public final class ComparisonBook {

    private static final String ID = "_id";
    private static final String ENTITY = "entity";
    private static final String CLIENT = "client";
    private static final String FOUND = "found";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> comparisons;

    public ComparisonBook(MongoDatabase database) {
        comparisons = database.getCollection("comparisons");
    }

    /** A run's findings, and where it looked. */
    public record Comparisons(List<Discrepancy> findings, Coverage coverage) {}

    void record(List<EntityCompared> pairs) {
        List<ReplaceOneModel<Document>> writes =
                pairs.stream().map(ComparisonBook::write).toList();
        if (!writes.isEmpty()) {
            comparisons.bulkWrite(writes, new BulkWriteOptions().ordered(true));
        }
    }

    /** How many distinct pairs of the go that counts are here. */
    public long count(FinishedRun run) {
        return comparisons.countDocuments(ofAttempt(run));
    }

    public Comparisons read(FinishedRun run) {
        List<Discrepancy> findings = new ArrayList<>();
        Set<String> entities = new HashSet<>();
        Set<String> clients = new HashSet<>();
        for (Document pair : comparisons.find(ofAttempt(run))) {
            addUnlessNull(entities, pair.getString(ENTITY));
            addUnlessNull(clients, pair.getString(CLIENT));
            pair.getList(FOUND, Document.class).forEach(row -> findings.add(DiscrepancyDocument.read(row)));
        }
        return new Comparisons(findings, new Coverage(run.everything(), entities, clients));
    }

    public void forget(String businessId, String runId) {
        comparisons.deleteMany(ofRun(businessId, runId));
    }

    private static void addUnlessNull(Set<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static Document ofRun(String businessId, String runId) {
        return new Document(ID, Key.range(Key.of(businessId, runId)));
    }

    private static Document ofAttempt(FinishedRun run) {
        return new Document(ID, Key.range(Key.of(run.businessId(), run.runId(), String.valueOf(run.attempt()))));
    }

    private static ReplaceOneModel<Document> write(EntityCompared pair) {
        String attempt = String.valueOf(pair.getAttempt());
        String id = Key.of(pair.getBusinessId(), pair.getRunId(), attempt, pair.getEntityId(), pair.getClientId());
        Document document = new Document(ID, id)
                .append(ENTITY, pair.getEntityId())
                .append(CLIENT, pair.getClientId())
                .append(
                        FOUND,
                        Findings.of(pair, pair.getOccurredAt()).stream()
                                .map(DiscrepancyDocument::write)
                                .toList());
        return new ReplaceOneModel<>(new Document(ID, id), document, UPSERT);
    }
}
