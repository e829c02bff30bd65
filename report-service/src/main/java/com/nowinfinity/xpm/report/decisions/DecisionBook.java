package com.nowinfinity.xpm.report.decisions;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.events.EntityCompared;
import com.nowinfinity.xpm.report.discrepancy.Acceptance;
import com.nowinfinity.xpm.report.discrepancy.Decision;
import com.nowinfinity.xpm.report.discrepancy.Findings;
import com.nowinfinity.xpm.report.discrepancy.Look;
import com.nowinfinity.xpm.report.discrepancy.Meanwhile;
import com.nowinfinity.xpm.report.storage.DiscrepancyDocument;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Decisions, one document for each discrepancy, and looks, one for each record. Of two the later counts, in whatever order
 * and however often they come ({@code $max} on what begins with the time). Every change raises the business's version
 * afterwards, so that what was read under a version may be kept.
 */
public final class DecisionBook {

    private static final String ID = "_id";
    private static final String DISCREPANCY = "discrepancy";
    private static final String ACCEPTED = "accepted";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String RESOLVED_AT = "resolvedAt";
    private static final String LATEST = "latest";
    private static final String ENTITY = "entity";
    private static final String CLIENT = "client";
    private static final String FOUND = "found";
    private static final String VERSION = "version";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> decisions;
    private final MongoCollection<Document> looks;
    private final MongoCollection<Document> versions;

    DecisionBook(MongoDatabase database) {
        decisions = database.getCollection("decisions");
        looks = database.getCollection("looks");
        versions = database.getCollection("decision-versions");
    }

    /** Accepts discrepancies; an acceptance of before ends with it. */
    public void accept(String businessId, Map<String, Acceptance> byDiscrepancy) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        byDiscrepancy.forEach((id, acceptance) -> writes.add(latest(businessId, id, ACCEPTED, written(acceptance))));
        write(businessId, writes);
    }

    /** Ends what holds of acceptances, as whoever decides otherwise takes his word back. */
    public void endAcceptances(String businessId, Collection<String> discrepancies, Instant at, String by) {
        LocalDate dayBefore = LocalDate.ofInstant(at, ZoneOffset.UTC).minusDays(1);
        write(
                businessId,
                discrepancies.stream()
                        .<WriteModel<Document>>map(id -> new UpdateOneModel<>(
                                new Document(ID, Key.of(businessId, id))
                                        .append(ACCEPTED, new Document("$exists", true)),
                                new Document(
                                        "$max",
                                        new Document(ACCEPTED, written(new Acceptance(at, by, "", dayBefore))))))
                        .toList());
    }

    /** Notes that what was written ended these discrepancies, as far as anybody can tell before the next run. */
    public void resolve(String businessId, Collection<String> discrepancies, Instant at) {
        write(
                businessId,
                discrepancies.stream()
                        .map(id -> latest(businessId, id, RESOLVED_AT, Date.from(at)))
                        .toList());
    }

    /** What holds beside the newest report. */
    public Meanwhile of(String businessId) {
        Document all = new Document(ID, Key.range(Key.of(businessId)));
        Map<String, Decision> decided = new HashMap<>();
        for (Document decision : decisions.find(all)) {
            Date resolvedAt = decision.getDate(RESOLVED_AT);
            decided.put(
                    decision.getString(DISCREPANCY),
                    new Decision(
                            acceptance(decision.get(ACCEPTED, Document.class)),
                            resolvedAt == null ? null : resolvedAt.toInstant()));
        }
        List<Look> looked = looks.find(all)
                .map(look -> look(look.get(LATEST, Document.class)))
                .into(new ArrayList<>());
        return new Meanwhile(decided, looked);
    }

    /** Grows with every change. */
    public long version(String businessId) {
        Document version = versions.find(new Document(ID, Key.of(businessId))).first();
        return version == null ? 0 : version.getLong(VERSION);
    }

    /** A run that ended at this time has looked at everything since. */
    public void forgetLooksUntil(String businessId, Instant at) {
        looks.deleteMany(new Document(ID, Key.range(Key.of(businessId)))
                .append(LATEST + "." + AT, new Document("$lte", Date.from(at))));
    }

    void looked(EntityCompared compared) {
        Document look = new Document(AT, Date.from(compared.getOccurredAt()))
                .append(ENTITY, compared.getEntityId())
                .append(CLIENT, compared.getClientId())
                .append(
                        FOUND,
                        Findings.of(compared, compared.getOccurredAt()).stream()
                                .map(DiscrepancyDocument::write)
                                .toList());
        looks.updateOne(
                new Document(ID, Key.of(compared.getBusinessId(), compared.getEntityId(), compared.getClientId())),
                new Document("$max", new Document(LATEST, look)),
                UPSERT);
        raise(compared.getBusinessId());
    }

    private void write(String businessId, List<WriteModel<Document>> writes) {
        if (!writes.isEmpty()) {
            decisions.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            raise(businessId);
        }
    }

    private void raise(String businessId) {
        versions.updateOne(
                new Document(ID, Key.of(businessId)), new Document("$inc", new Document(VERSION, 1L)), UPSERT);
    }

    private static WriteModel<Document> latest(String businessId, String discrepancyId, String field, Object value) {
        return new UpdateOneModel<>(
                new Document(ID, Key.of(businessId, discrepancyId)),
                new Document("$max", new Document(field, value))
                        .append("$set", new Document(DISCREPANCY, discrepancyId)),
                UPSERT);
    }

    private static Document written(Acceptance acceptance) {
        LocalDate until = acceptance.until();
        return new Document(AT, Date.from(acceptance.at()))
                .append(BY, acceptance.by())
                .append(REASON, acceptance.reason())
                .append(UNTIL, until == null ? null : until.toString());
    }

    private static @Nullable Acceptance acceptance(@Nullable Document stored) {
        if (stored == null) {
            return null;
        }
        String until = stored.getString(UNTIL);
        return new Acceptance(
                stored.getDate(AT).toInstant(),
                stored.getString(BY),
                stored.getString(REASON),
                until == null ? null : LocalDate.parse(until));
    }

    private static Look look(Document stored) {
        return new Look(
                stored.getString(ENTITY),
                stored.getString(CLIENT),
                stored.getDate(AT).toInstant(),
                stored.getList(FOUND, Document.class).stream()
                        .map(DiscrepancyDocument::read)
                        .toList());
    }
}
