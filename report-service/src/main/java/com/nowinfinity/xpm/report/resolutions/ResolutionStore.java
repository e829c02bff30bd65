package com.nowinfinity.xpm.report.resolutions;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.report.resolutions.Resolution.Told;
import com.nowinfinity.xpm.report.storage.Key;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Resolutions, and beside them a document for each of their events, which what is told of them finds by its id. Everything
 * is set by itself, so news may come twice and in any order.
 */
final class ResolutionStore {

    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String BY = "by";
    private static final String PREVIEW = "preview";
    private static final String CONFIRMED = "confirmed";
    private static final String CONFIRMED_AT = "confirmedAt";
    private static final String ITEMS = "items";

    private final MongoCollection<Document> resolutions;
    private final AskStore asks;

    ResolutionStore(MongoDatabase database, AskStore asks) {
        this.resolutions = database.getCollection("resolutions");
        this.asks = asks;
    }

    /** @return false where it is there already; then it stays as it is */
    boolean add(String businessId, String id, Instant at, String by, boolean preview, List<Item> items) {
        try {
            resolutions.insertOne(new Document(ID, Key.of(businessId, id))
                    .append(AT, Date.from(at))
                    .append(BY, by)
                    .append(PREVIEW, preview)
                    .append(CONFIRMED, false)
                    .append(ITEMS, items.stream().map(ItemDocument::write).toList()));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** @return when it was confirmed first: the events of a confirmation are the same each time */
    Instant confirming(String businessId, String id, Instant at) {
        Document key = new Document(ID, Key.of(businessId, id));
        resolutions.updateOne(key, new Document("$min", new Document(CONFIRMED_AT, Date.from(at))));
        Document stored = resolutions.find(key).first();
        return stored == null ? at : stored.getDate(CONFIRMED_AT).toInstant();
    }

    void confirmed(String businessId, String id) {
        resolutions.updateOne(
                new Document(ID, Key.of(businessId, id)), new Document("$set", new Document(CONFIRMED, true)));
    }

    /** @throws com.nowinfinity.xpm.access.ProblemException 409 where another version asked for what is not known here */
    Optional<Resolution> find(String businessId, String id) {
        Document stored =
                resolutions.find(new Document(ID, Key.of(businessId, id))).first();
        return Optional.ofNullable(stored).map(document -> read(businessId, id, document));
    }

    private Resolution read(String businessId, String id, Document stored) {
        boolean preview = stored.getBoolean(PREVIEW);
        boolean confirmed = stored.getBoolean(CONFIRMED);
        List<Item> items = stored.getList(ITEMS, Document.class).stream()
                .map(item -> ItemDocument.read(item).orElseThrow(OtherVersion::refused))
                .toList();
        List<Told> told = Ask.of(id, items, preview && !confirmed, confirmed).stream()
                .map(ask -> asks.told(businessId, ask))
                .toList();
        return new Resolution(
                businessId, id, stored.getDate(AT).toInstant(), stored.getString(BY), preview, confirmed, items, told);
    }
}
