package com.nowinfinity.xpm.worker.intake;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.nowinfinity.xpm.bus.BatchHandler;
import com.nowinfinity.xpm.bus.EventDigest;
import com.nowinfinity.xpm.bus.PoisonEventException;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Refuses an event whose id came before with another body: it is none of ours to guess which of the two was meant. Each
 * id is kept with the digest of its body in the collection {@code events}, longer than the topics keep their records; one
 * insert for a whole batch, and a look at what is stored only for ids that come again.
 */
public final class OneBodyForEachId implements BatchHandler {

    /** A month is what the work topics keep, and up to a week more, until a segment is full. */
    private static final Duration KEPT = Duration.ofDays(45);

    private static final Duration BETWEEN_CLEARINGS = Duration.ofDays(1);
    static final String ID = "_id";
    /** Where the event's publisher was in a trace. */
    static final String TRACE = "trace";

    private static final String DIGEST = "digest";
    private static final String AT = "at";
    private static final InsertManyOptions ALL = new InsertManyOptions().ordered(false);

    /** Who takes what is not refused. */
    @FunctionalInterface
    public interface Next {
        /** @param cameBefore whether an event of the batch came in an earlier one, which may have been taken or not */
        void handle(List<ReceivedEvent> batch, Predicate<ReceivedEvent> cameBefore) throws Exception;
    }

    private final Next next;
    private final MongoCollection<Document> collection;
    private final InstantSource clock;
    private final Executor clearing;
    private final AtomicReference<Instant> cleared;
    private final FirstTimes firsts = new FirstTimes();

    public OneBodyForEachId(Next next, MongoCollection<Document> collection, InstantSource clock, Executor clearing) {
        this.next = next;
        this.collection = collection;
        this.clock = clock;
        this.clearing = clearing;
        this.cleared = new AtomicReference<>(clock.instant());
    }

    @Override
    public void handle(List<ReceivedEvent> batch) throws Exception {
        Map<String, Body> bodies = distinct(batch);
        Set<String> again = remember(bodies);
        next.handle(batch, received -> again.contains(id(received)));
        firsts.taken(bodies.keySet());
        clearNowAndThen();
    }

    private static String id(ReceivedEvent received) {
        return received.businessId() + "/" + received.eventId();
    }

    private record Body(ReceivedEvent received, String digest) {}

    private static Map<String, Body> distinct(List<ReceivedEvent> batch) {
        Map<String, Body> bodies = new LinkedHashMap<>();
        for (ReceivedEvent received : batch) {
            Body body = new Body(received, EventDigest.of(received.topic(), received.event()));
            Body first = bodies.putIfAbsent(id(received), body);
            if (first != null && !first.digest().equals(body.digest())) {
                throw reused(received);
            }
        }
        return bodies;
    }

    /** Returns which of them came before. */
    private Set<String> remember(Map<String, Body> bodies) {
        if (bodies.isEmpty()) {
            return Set.of();
        }
        Set<String> known = Set.of();
        Date now = Date.from(clock.instant());
        List<Map.Entry<String, Body>> entries = List.copyOf(bodies.entrySet());
        List<Document> documents = new ArrayList<>();
        for (Map.Entry<String, Body> entry : entries) {
            Document document = new Document(ID, entry.getKey())
                    .append(DIGEST, entry.getValue().digest())
                    .append(AT, now);
            String trace = entry.getValue().received().trace();
            documents.add(trace == null ? document : document.append(TRACE, trace));
        }
        try {
            collection.insertMany(documents, ALL);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> !isDuplicate(error))) {
                throw e;
            }
            known = e.getWriteErrors().stream()
                    .map(error -> entries.get(error.getIndex()).getKey())
                    .collect(Collectors.toSet());
        }
        Set<String> again = firsts.again(bodies.keySet(), known);
        for (String id : known) {
            checkSame(id, Objects.requireNonNull(bodies.get(id)));
        }
        return again;
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    private void checkSame(String id, Body body) {
        Document known = collection.find(new Document(ID, id)).first();
        if (known != null && !body.digest().equals(known.getString(DIGEST))) {
            throw reused(body.received());
        }
    }

    private void clearNowAndThen() {
        Instant now = clock.instant();
        Instant last = cleared.get();
        if (last.plus(BETWEEN_CLEARINGS).isBefore(now) && cleared.compareAndSet(last, now)) {
            Date old = Date.from(now.minus(KEPT));
            clearing.execute(() -> collection.deleteMany(new Document(AT, new Document("$lt", old))));
        }
    }

    private static PoisonEventException reused(ReceivedEvent received) {
        return new PoisonEventException(
                received, "event-id-reused: this id came before with another body, or on another topic");
    }
}
