package com.nowinfinity.xpm.connector.store;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents have a version {@code v}, changed by compare-and-set on {@code {_id, v}}.
 *
 * @param <T> what a document means
 */
public final class VersionedDocuments<T> {

    public static final String ID = "_id";
    public static final String V = "v";

    private final MongoCollection<Document> collection;
    private final Function<Document, T> reading;
    private final Function<T, Document> writing;
    private final ToLongFunction<T> version;

    public VersionedDocuments(
            MongoCollection<Document> collection,
            Function<Document, T> reading,
            Function<T, Document> writing,
            ToLongFunction<T> version) {
        this.collection = collection;
        this.reading = reading;
        this.writing = writing;
        this.version = version;
    }

    public @Nullable T find(String id) {
        return findBy(new Document(ID, id));
    }

    /** @param filter fields of a unique index, exactly */
    public @Nullable T findBy(Document filter) {
        Document stored = collection.find(filter).first();
        return stored == null ? null : reading.apply(stored);
    }

    /** False where a document with this id, or another unique value of it, is already there. */
    public boolean insert(T first) {
        try {
            collection.insertOne(writing.apply(first));
            return true;
        } catch (MongoWriteException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    /** False where somebody else wrote since {@code before} was read. */
    public boolean replace(T before, T after) {
        Document document = writing.apply(after);
        Document asRead = new Document(ID, document.get(ID)).append(V, version.applyAsLong(before));
        return collection.replaceOne(asRead, document).getMatchedCount() == 1;
    }

    /** Ids of those that any filter finds: reads the whole collection. */
    public List<String> scan(Document filter) {
        return collection
                .find(filter)
                .projection(new Document(ID, 1))
                .map(stored -> stored.getString(ID))
                .into(new ArrayList<>());
    }
}
