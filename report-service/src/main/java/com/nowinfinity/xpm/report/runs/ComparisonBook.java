package com.nowinfinity.xpm.report.runs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.report.discrepancy.Coverage;
import com.nowinfinity.xpm.report.discrepancy.Discrepancy;
import com.nowinfinity.xpm.report.discrepancy.FieldNames;
import com.nowinfinity.xpm.report.storage.DiscrepancyDocument;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What each go at a run found for each pair; a pair told twice is one. Kept until the report is out, in sheaves: one
 * document for the many pairs that came together. A sheaf never changes, and its id follows from what is in it, so the same
 * events in the same or in other batches do no harm.
 */
public final class ComparisonBook {

    private static final String ID = "_id";
    private static final String PAIRS = "pairs";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> comparisons;

    public ComparisonBook(MongoDatabase database) {
        comparisons = database.getCollection("comparisons");
    }

    /** A run's findings, and where it looked. */
    public record Comparisons(List<Discrepancy> findings, Coverage coverage) {}

    void record(List<EntityCompared> pairs) {
        Map<String, List<EntityCompared>> byAttempt = new LinkedHashMap<>();
        pairs.forEach(pair -> byAttempt
                .computeIfAbsent(attempt(pair), _key -> new ArrayList<>())
                .add(pair));
        List<ReplaceOneModel<Document>> writes = byAttempt.entrySet().stream()
                .flatMap(go -> Sheaf.of(go.getKey(), go.getValue()).stream())
                .map(sheaf -> new ReplaceOneModel<>(
                        new Document(ID, sheaf.id()),
                        new Document(ID, sheaf.id()).append(PAIRS, sheaf.pairs()),
                        UPSERT))
                .toList();
        if (!writes.isEmpty()) {
            comparisons.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** What the go that counts found; empty while not as many distinct pairs are here as it compared. */
    public Optional<Comparisons> complete(FinishedRun run) {
        Map<String, Document> pairs = new HashMap<>();
        String attempt = Key.of(run.businessId(), run.runId(), String.valueOf(run.attempt()));
        for (Document sheaf : comparisons.find(new Document(ID, Key.range(attempt)))) {
            for (Document pair : sheaf.getList(PAIRS, Document.class)) {
                pairs.merge(Sheaf.key(pair), pair, Sheaf::later);
            }
        }
        return pairs.size() < run.compared() ? Optional.empty() : Optional.of(comparisons(run, pairs));
    }

    public void forget(String businessId, String runId) {
        comparisons.deleteMany(new Document(ID, Key.range(Key.of(businessId, runId))));
    }

    private static Comparisons comparisons(FinishedRun run, Map<String, Document> pairs) {
        Map<String, String> names = new HashMap<>();
        Set<String> entities = new HashSet<>();
        Set<String> clients = new HashSet<>();
        for (Document pair : pairs.values()) {
            note(pair.getString(Sheaf.ENTITY), pair.getString(Sheaf.ENTITY_NAME), entities, names);
            note(pair.getString(Sheaf.CLIENT), pair.getString(Sheaf.CLIENT_NAME), clients, names);
        }
        List<Discrepancy> findings = pairs.values().stream()
                .flatMap(pair -> pair.getList(Sheaf.FOUND, Document.class).stream())
                .map(DiscrepancyDocument::read)
                .map(row -> row.named(FieldNames.of(row.field(), names)))
                .toList();
        return new Comparisons(findings, new Coverage(run.everything(), entities, clients));
    }

    private static void note(@Nullable String id, @Nullable String name, Set<String> ids, Map<String, String> names) {
        if (id != null) {
            ids.add(id);
            if (name != null) {
                names.put(id, name);
            }
        }
    }

    private static String attempt(EntityCompared pair) {
        return Key.of(pair.getBusinessId(), pair.getRunId(), String.valueOf(pair.getAttempt()));
    }
}
