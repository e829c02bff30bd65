package com.nowinfinity.xpm.connector.usage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.nowinfinity.xpm.connector.store.Forms;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.UsageReported;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The last report of each business. What it says of the minute is history after a minute, and so for the day. */
public final class UsageBoard {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MongoCollection<Document> collection;
    private final LimitsProperties limits;
    private final InstantSource clock;

    UsageBoard(MongoDatabase database, LimitsProperties limits, InstantSource clock) {
        this.collection = database.getCollection("usage");
        this.limits = limits;
        this.clock = clock;
    }

    /** What is allowed and what is left of it. */
    record Allowance(int limit, int left) {}

    /**
     * The contract's answer.
     *
     * @param retryAt when sending goes on; null while it does
     * @param reason what holds it up until then; of workers that do not tell it, null
     */
    record Usage(
            Allowance minute,
            Allowance day,
            long bytesToday,
            int waiting,
            int parked,
            @Nullable Instant retryAt,
            @Nullable ReasonView reason) {}

    /** A code for programs, a text for people. */
    record ReasonView(String code, String text) {}

    /** @param events in the order they came; not empty */
    public void take(List<UsageReported> events) {
        Map<String, WriteModel<Document>> last = new HashMap<>();
        for (UsageReported event : events) {
            String id = event.getBusinessId();
            last.put(
                    id,
                    new ReplaceOneModel<>(
                            new Document("_id", id),
                            Forms.of(event).append("_id", id),
                            new ReplaceOptions().upsert(true)));
        }
        collection.bulkWrite(List.copyOf(last.values()), new BulkWriteOptions().ordered(false));
    }

    Usage of(String businessId) {
        Document stored = collection.find(new Document("_id", businessId)).first();
        if (stored == null) {
            return new Usage(full(limits.perMinute()), full(limits.perDay()), 0, 0, 0, null, null);
        }
        UsageReported last = Forms.read(stored, UsageReported.class);
        Instant now = clock.instant();
        Duration age = Duration.between(last.getOccurredAt(), now);
        Instant retryAt = last.getRetryAt();
        boolean minuteOver = age.compareTo(MINUTE) > 0;
        boolean dayOver = age.compareTo(DAY) > 0;
        boolean waits = retryAt != null && retryAt.isAfter(now);
        return new Usage(
                new Allowance(limits.perMinute(), minuteOver ? limits.perMinute() : last.getMinuteLeft()),
                new Allowance(limits.perDay(), dayOver ? limits.perDay() : last.getDayLeft()),
                dayOver ? 0 : last.getBytes(),
                last.getWaiting(),
                last.getParked(),
                waits ? retryAt : null,
                waits ? view(last.getReason()) : null);
    }

    private static @Nullable ReasonView view(@Nullable Reason reason) {
        return reason == null ? null : new ReasonView(reason.getCode(), reason.getText());
    }

    private static Allowance full(int limit) {
        return new Allowance(limit, limit);
    }
}
