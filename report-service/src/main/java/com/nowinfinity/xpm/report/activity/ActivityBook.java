package com.nowinfinity.xpm.report.activity;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.report.activity.Activity.Step;
import com.nowinfinity.xpm.report.activity.Activity.Why;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The trail of all entities. Its keys follow from the events, so an event that comes again leaves no second trace. */
final class ActivityBook implements EventTrail {

    private static final String ID = "_id";
    private static final String OF = "of";
    private static final String AT = "at";
    private static final String WHAT = "what";
    private static final String ENTITY_ID = "entityId";
    private static final String VERSION = "version";
    private static final String EVENT_ID = "eventId";
    private static final String CAUSED_BY = "causedBy";
    private static final String OUTCOME = "outcome";
    private static final String REASON_CODE = "reasonCode";
    private static final String REASON_TEXT = "reasonText";
    private static final String FIELDS = "fields";
    private static final String CALLS = "calls";
    private static final String DOCUMENT_ID = "documentId";
    private static final String CLIENT_ID = "clientId";
    private static final String STEPS = "steps";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> activity;

    ActivityBook(MongoDatabase database) {
        activity = database.getCollection("activity");
        activity.createIndex(new Document(OF, 1).append(ID, -1));
        activity.createIndex(new Document(AT, 1));
    }

    /** An activity and where it stands in the trail: a key that grows with time. */
    record Entry(String key, Activity activity) {}

    @Override
    public void record(List<ReceivedEvent> batch) {
        List<WriteModel<Document>> writes = batch.stream()
                .flatMap(received ->
                        Activities.of(received.event()).map(activity -> write(received.businessId(), activity)))
                .toList();
        if (!writes.isEmpty()) {
            activity.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /**
     * @param entityId null for all entities of the business
     * @param before only what stands before this key; null for all
     */
    List<Entry> newestFirst(String businessId, @Nullable String entityId, @Nullable String before, int limit) {
        Document range = Key.range(Key.of(businessId));
        if (before != null) {
            range.append("$lt", before);
        }
        Document filter = new Document(ID, range);
        if (entityId != null) {
            filter.append(OF, Key.of(businessId, entityId));
        }
        return activity.find(filter)
                .sort(new Document(ID, -1))
                .limit(limit)
                .map(ActivityBook::read)
                .into(new ArrayList<>());
    }

    /** Removes what happened before this. */
    void forget(Instant before) {
        activity.deleteMany(new Document(AT, new Document("$lt", Date.from(before))));
    }

    private static WriteModel<Document> write(String businessId, Activity event) {
        String time = String.format(Locale.ROOT, "%014d", event.at().toEpochMilli());
        String id = Key.of(businessId, time, event.what(), event.eventId(), event.entityId(), event.documentId());
        Why reason = event.reason();
        Outcome outcome = event.outcome();
        Document document = new Document(ID, id)
                .append(OF, Key.of(businessId, event.entityId()))
                .append(AT, Date.from(event.at()))
                .append(WHAT, event.what())
                .append(ENTITY_ID, event.entityId())
                .append(VERSION, event.version())
                .append(EVENT_ID, event.eventId())
                .append(CAUSED_BY, event.causedBy())
                .append(OUTCOME, outcome == null ? null : outcome.name())
                .append(REASON_CODE, reason == null ? null : reason.code())
                .append(REASON_TEXT, reason == null ? null : reason.text())
                .append(FIELDS, event.fields())
                .append(CALLS, event.calls())
                .append(DOCUMENT_ID, event.documentId())
                .append(CLIENT_ID, event.clientId())
                .append(
                        STEPS,
                        event.steps().isEmpty()
                                ? null
                                : event.steps().stream()
                                        .map(ActivityBook::write)
                                        .toList());
        document.values().removeIf(Objects::isNull);
        return new ReplaceOneModel<>(new Document(ID, id), document, UPSERT);
    }

    private static Entry read(Document document) {
        String code = document.getString(REASON_CODE);
        return new Entry(
                document.getString(ID),
                new Activity(
                        document.getDate(AT).toInstant(),
                        document.getString(WHAT),
                        document.getString(ENTITY_ID),
                        document.getLong(VERSION),
                        document.getString(EVENT_ID),
                        document.getList(CAUSED_BY, String.class, List.of()),
                        outcome(document.getString(OUTCOME)),
                        code == null ? null : new Why(code, document.getString(REASON_TEXT)),
                        document.getList(FIELDS, String.class),
                        document.getInteger(CALLS, 0),
                        document.getString(DOCUMENT_ID),
                        document.getString(CLIENT_ID),
                        document.getList(STEPS, Document.class, List.of()).stream()
                                .map(ActivityBook::readStep)
                                .toList()));
    }

    private static Document write(Step step) {
        return new Document(AT, Date.from(step.at()))
                .append("purpose", step.purpose())
                .append("result", step.result())
                .append("text", step.text());
    }

    private static Step readStep(Document step) {
        return new Step(
                step.getDate(AT).toInstant(),
                step.getString("purpose"),
                step.getString("result"),
                step.getString("text"));
    }

    /** One of a newer version is none that is known here. */
    private static @Nullable Outcome outcome(@Nullable String name) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
