package com.nowinfinity.xpm.report.resolutions;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.nowinfinity.xpm.events.EntitySynced;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.report.resolutions.Resolution.Told;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What was asked by each event of a resolution, and what was told of it. News of other events find nothing here. */
final class AskStore {

    private static final String ID = "_id";
    private static final String RESOLUTION = "resolution";
    private static final String PREVIEW = "preview";
    private static final String ITEMS = "items";
    private static final String INDEX = "index";
    private static final String ITEM = "item";
    private static final String PLAN = "plan";
    private static final String FINAL = "final";
    private static final String PARKED = "parked";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> asks;

    AskStore(MongoDatabase database) {
        asks = database.getCollection("asks");
    }

    /** What is there already keeps what was told of it. */
    void add(String businessId, String resolutionId, List<Ask> events) {
        List<UpdateOneModel<Document>> writes = events.stream()
                .map(ask -> new UpdateOneModel<Document>(
                        new Document(ID, Key.of(businessId, ask.eventId())),
                        new Document(
                                "$set",
                                new Document(RESOLUTION, resolutionId)
                                        .append(PREVIEW, ask.preview())
                                        .append(ITEMS, items(ask))),
                        UPSERT))
                .toList();
        if (!writes.isEmpty()) {
            asks.bulkWrite(writes, ANY_ORDER);
        }
    }

    Told told(String businessId, Ask ask) {
        Document stored =
                asks.find(new Document(ID, Key.of(businessId, ask.eventId()))).first();
        if (stored == null) {
            return new Told(ask, null, Map.of());
        }
        Document plan = stored.get(PLAN, Document.class);
        return new Told(
                ask,
                plan == null || !ask.preview() ? null : JsonForm.readStored(plan, WorkPlanned.class),
                outcomes(stored));
    }

    /**
     * The items of an event that carries something out; empty for events of others and for previews. Without those whose
     * action only another version knows.
     */
    Optional<Map<Integer, Item>> carriedOut(String businessId, String eventId) {
        Document stored =
                asks.find(new Document(ID, Key.of(businessId, eventId))).first();
        if (stored == null || stored.getBoolean(PREVIEW, false)) {
            return Optional.empty();
        }
        Map<Integer, Item> items = new LinkedHashMap<>();
        stored.getList(ITEMS, Document.class)
                .forEach(item -> ItemDocument.read(item.get(ITEM, Document.class))
                        .ifPresent(known -> items.put(item.getInteger(INDEX), known)));
        return Optional.of(items);
    }

    void planned(List<WorkPlanned> plans) {
        bulk(plans.stream()
                .map(plan -> set(plan.getBusinessId(), plan.getForId(), PLAN, form(JsonForm.of(plan))))
                .toList());
    }

    /** @return whether any of them is of an event of ours */
    boolean outcomes(List<EntitySynced> events) {
        return bulk(events.stream()
                        .flatMap(event -> event.getCausedBy().stream().map(cause -> outcome(event, cause)))
                        .toList())
                > 0;
    }

    private int bulk(List<UpdateOneModel<Document>> writes) {
        if (writes.isEmpty()) {
            return 0;
        }
        BulkWriteResult result = asks.bulkWrite(writes, ANY_ORDER);
        return result.getMatchedCount();
    }

    private static UpdateOneModel<Document> outcome(EntitySynced event, String cause) {
        String part = Resolution.isFinal(event) ? FINAL : PARKED;
        return set(event.getBusinessId(), cause, part + "." + Subject.of(event), form(JsonForm.of(event)));
    }

    private static UpdateOneModel<Document> set(String businessId, String eventId, String field, Document value) {
        return new UpdateOneModel<>(
                new Document(ID, Key.of(businessId, eventId)), new Document("$set", new Document(field, value)));
    }

    private static Map<String, EntitySynced> outcomes(Document stored) {
        Map<String, EntitySynced> outcomes = new HashMap<>();
        for (String part : List.of(PARKED, FINAL)) {
            Document news = stored.get(part, Document.class);
            if (news != null) {
                news.keySet()
                        .forEach(subject -> outcomes.put(
                                subject, JsonForm.readStored(news.get(subject, Document.class), EntitySynced.class)));
            }
        }
        return outcomes;
    }

    private static List<Document> items(Ask ask) {
        return ask.items().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(item -> new Document(INDEX, item.getKey()).append(ITEM, ItemDocument.write(item.getValue())))
                .toList();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a document's values may be null, which its type cannot say
    private static Document form(Map<String, @Nullable Object> form) {
        return new Document((Map) form);
    }
}
