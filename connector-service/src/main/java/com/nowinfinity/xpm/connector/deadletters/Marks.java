package com.nowinfinity.xpm.connector.deadletters;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.letters.DeadLetter;
import com.nowinfinity.xpm.connector.store.Failures;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Marks on dead letters, by where the record came from: one record that two consumers refused has one mark. The time in
 * the id tells a topic from another one that was made anew under its name.
 */
final class Marks {

    private static final String ID = "_id";
    private static final String STATE = "state";

    private final MongoCollection<Document> collection;

    Marks(MongoDatabase database) {
        this.collection = database.getCollection("deadLetterMarks");
    }

    /** False where it has another mark than the one seen. */
    boolean mark(DeadLetter letter, @Nullable Mark seen, Mark mark) {
        Document wanted = document(letter, mark);
        if (seen != null) {
            return collection.replaceOne(document(letter, seen), wanted).getMatchedCount() == 1;
        }
        try {
            collection.insertOne(wanted);
            return true;
        } catch (MongoWriteException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    void unmark(DeadLetter letter, Mark mark) {
        collection.deleteOne(document(letter, mark));
    }

    @Nullable
    Mark of(DeadLetter letter) {
        Document stored = collection.find(new Document(ID, id(letter))).first();
        return stored == null ? null : read(stored);
    }

    /** All marks, by {@link #id}: few, and a list asks for many. */
    Map<String, Mark> all() {
        Map<String, Mark> all = new HashMap<>();
        collection.find().forEach(stored -> all.put(stored.getString(ID), read(stored)));
        return all;
    }

    static String id(DeadLetter letter) {
        DeadLetter.Origin origin = letter.origin();
        return "%s/%d/%d/%d"
                .formatted(
                        letter.place().topic().name(),
                        origin.partition(),
                        origin.offset(),
                        origin.at().toEpochMilli());
    }

    private static Document document(DeadLetter letter, Mark mark) {
        return new Document(ID, id(letter))
                .append(STATE, mark.state().name())
                .append("by", mark.by())
                .append("at", Date.from(mark.at()));
    }

    private static Mark read(Document stored) {
        return new Mark(
                Mark.State.stored(stored.getString(STATE)),
                stored.getString("by"),
                stored.getDate("at").toInstant());
    }
}
