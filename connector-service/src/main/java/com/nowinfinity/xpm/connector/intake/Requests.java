package com.nowinfinity.xpm.connector.intake;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.connector.store.Failures;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.springframework.http.HttpStatus;

/** Event ids that were handed in, each with the digest of its content: a repeat is known, and so is a reused id. */
final class Requests {

    private final MongoCollection<Document> collection;
    private final InstantSource clock;

    Requests(MongoDatabase database, InstantSource clock) {
        this.collection = database.getCollection("requests");
        this.clock = clock;
    }

    /** When and by whom the id was first handed in; a repeat becomes the very same event. */
    record First(Instant at, String by, Map<String, String> added) {}

    /** @throws ProblemException 409 where the id was handed in with other content */
    First take(String businessId, String eventId, String digest, String by, Map<String, String> added) {
        String id = businessId + "/" + eventId;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            collection.insertOne(new Document("_id", id)
                    .append("digest", digest)
                    .append("at", Date.from(now))
                    .append("by", by)
                    .append("added", new Document(Map.copyOf(added))));
            return new First(now, by, added);
        } catch (MongoWriteException e) {
            if (Failures.isDuplicate(e)) {
                return repeated(id, digest);
            }
            throw e;
        }
    }

    private First repeated(String id, String digest) {
        Document stored =
                Objects.requireNonNull(collection.find(new Document("_id", id)).first());
        if (!digest.equals(stored.getString("digest"))) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "event-id-reused",
                    "Event id reused",
                    "eventId: this id was already handed in with another body");
        }
        return new First(stored.getDate("at").toInstant(), stored.getString("by"), added(stored));
    }

    private static Map<String, String> added(Document stored) {
        Map<String, String> added = new HashMap<>();
        stored.get("added", new Document()).forEach((name, value) -> added.put(name, String.valueOf(value)));
        return added;
    }
}
