package com.nowinfinity.xpm.worker.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/** A shelf in MongoDB, or in what speaks its protocol. */
public final class MongoShelf implements Shelf {

    private static final String ID = "_id";
    private static final int PAGE = 500;

    private final MongoCollection<Document> collection;

    public MongoShelf(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** As the constructor, for a collection whose documents are found by {@link Due} too. */
    public static MongoShelf withDue(MongoCollection<Document> collection) {
        collection.createIndex(new Document(Due.FIELD, 1), new IndexOptions().sparse(true));
        return new MongoShelf(collection);
    }

    /** With an index of one more field, which not every document has. */
    public MongoShelf findingBy(String field) {
        collection.createIndex(new Document(field, 1), new IndexOptions().sparse(true));
        return this;
    }

    @Override
    public Optional<Document> find(String id) {
        return Optional.ofNullable(collection.find(new Document(ID, id)).first());
    }

    @Override
    public List<Document> findAll(Collection<String> ids) {
        return collection
                .find(new Document(ID, new Document("$in", List.copyOf(ids))))
                .into(new ArrayList<>());
    }

    @Override
    public boolean insert(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void put(Collection<Document> documents) {
        write(documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        new Document(ID, document.getString(ID)), document, new ReplaceOptions().upsert(true)))
                .toList());
    }

    @Override
    public boolean replace(Document document, long revision) {
        Document expected = new Document(ID, document.getString(ID)).append(REVISION, revision);
        return collection.replaceOne(expected, document).getMatchedCount() == 1;
    }

    @Override
    public boolean replaceAll(Collection<Document> documents) {
        return write(documents.stream()
                        .map(document -> new ReplaceOneModel<>(
                                new Document(ID, document.getString(ID))
                                        .append(REVISION, document.getLong(REVISION) - 1),
                                document))
                        .toList())
                == documents.size();
    }

    @Override
    public void setAll(Map<String, Document> sets) {
        write(sets.entrySet().stream()
                .map(set -> new UpdateOneModel<Document>(
                        new Document(ID, set.getKey()), new Document("$set", set.getValue())))
                .toList());
    }

    @Override
    public void change(String id, Document set, Collection<String> unset) {
        Document update = new Document();
        if (!set.isEmpty()) {
            update.append("$set", set);
        }
        if (!unset.isEmpty()) {
            Document gone = new Document();
            unset.forEach(field -> gone.append(field, ""));
            update.append("$unset", gone);
        }
        collection.updateOne(new Document(ID, id), update);
    }

    @Override
    public boolean changeIf(Document expected, Document set) {
        return collection.updateOne(expected, new Document("$set", set)).getMatchedCount() == 1;
    }

    @Override
    public void merge(Collection<Merge> merges) {
        write(merges.stream()
                .map(merge -> new UpdateOneModel<Document>(
                        new Document(ID, merge.id()),
                        new Document("$set", merge.set()).append("$inc", new Document(REVISION, 1L)),
                        new UpdateOptions().upsert(true)))
                .toList());
    }

    @Override
    public void remove(String id) {
        collection.deleteOne(new Document(ID, id));
    }

    /** Ranges of ids page by page: neither side holds more than a page of a practice, and none holds a cursor open. */
    @Override
    public void scan(Document filter, List<String> fields, int atMost, Consumer<Document> sink) {
        if (!(filter.get(ID) instanceof Document range)
                || !filter.keySet().iterator().next().equals(ID)) {
            find(filter, fields, atMost).forEach(sink);
            return;
        }
        Document rest = filter;
        int left = atMost == 0 ? Integer.MAX_VALUE : atMost;
        while (left > 0) {
            int size = Math.min(PAGE, left);
            List<Document> page = find(rest, fields, size).into(new ArrayList<>(size));
            page.forEach(sink);
            if (page.size() < size) {
                return;
            }
            left -= size;
            Document behind = new Document(range);
            behind.remove("$gte");
            rest = new Document(filter)
                    .append(ID, behind.append("$gt", page.getLast().getString(ID)));
        }
    }

    private FindIterable<Document> find(Document filter, List<String> fields, int atMost) {
        FindIterable<Document> found = collection
                .find(filter)
                .sort(new Document(filter.keySet().iterator().next(), 1))
                .limit(atMost);
        if (!fields.isEmpty()) {
            Document projection = new Document();
            fields.forEach(field -> projection.append(field, 1));
            found = found.projection(projection);
        }
        return found;
    }

    /** How many documents were found. */
    private int write(List<? extends WriteModel<Document>> writes) {
        return writes.isEmpty()
                ? 0
                : collection
                        .bulkWrite(new ArrayList<>(writes), new BulkWriteOptions().ordered(false))
                        .getMatchedCount();
    }
}
