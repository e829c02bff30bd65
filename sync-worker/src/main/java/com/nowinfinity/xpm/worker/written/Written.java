package com.nowinfinity.xpm.worker.written;

import com.nowinfinity.xpm.api.practice.PracticeClient;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.StoredReason;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collection {@code written}, {@code _id} = business/entity: the last event that made us write, and what stood there
 * before. Collection {@code trials}, {@code _id} = business: the first update of the connection.
 */
public final class Written {

    private static final String ID = "_id";
    private static final String EVENT = "eventId";
    private static final String TENANT = "tenantId";
    private static final String BEFORE = "before";
    private static final String CREATED = "created";
    private static final String FIELDS = "fields";
    private static final String GROUPS = "groups";
    private static final String EPOCH = "epoch";
    private static final String FAILURE = "failure";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Shelf writes;
    private final Shelf trials;

    public Written(Shelf writes, Shelf trials) {
        this.writes = writes;
        this.trials = trials;
    }

    /** Whose write it is. */
    public record Cause(String businessId, String entityId, String eventId, String tenantId) {

        String id() {
            return businessId + "/" + entityId;
        }
    }

    /** Before the call: these fields are about to be written to the client as it stands. */
    public void fields(Cause cause, PracticeClient before, Collection<String> fields) {
        update(cause, stored -> {
            if (stored.getString(BEFORE) == null) {
                stored.append(BEFORE, JSON.writeValueAsString(before));
            }
            return with(stored, FIELDS, fields);
        });
    }

    public void created(Cause cause) {
        update(cause, stored -> stored.append(CREATED, true));
    }

    /** Before the call. */
    public void group(Cause cause, String groupId) {
        update(cause, stored -> with(stored, GROUPS, List.of(groupId)));
    }

    public Optional<LastWrite> last(String businessId, String entityId) {
        return writes.find(businessId + "/" + entityId).map(Written::read);
    }

    /** After it was taken back. */
    public void forget(String businessId, String entityId) {
        writes.remove(businessId + "/" + entityId);
    }

    public Optional<Trial> trial(String businessId, long epoch) {
        return trials.find(businessId)
                .filter(found -> found.getLong(EPOCH) == epoch)
                .map(found -> new Trial(StoredReason.read(found.get(FAILURE, Document.class))));
    }

    /** @param failure null when the update did what it said and no more */
    public void tried(String businessId, long epoch, @Nullable Reason failure) {
        trials.put(new Document(ID, businessId).append(EPOCH, epoch).append(FAILURE, StoredReason.write(failure)));
    }

    /** Another event's writes give way. */
    private void update(Cause cause, UnaryOperator<Document> step) {
        while (true) {
            Document stored = writes.find(cause.id()).orElse(null);
            long revision = stored == null ? 0 : stored.getLong(Shelf.REVISION);
            Document standing = stored != null && cause.eventId().equals(stored.getString(EVENT))
                    ? stored
                    : new Document(ID, cause.id())
                            .append(EVENT, cause.eventId())
                            .append(TENANT, cause.tenantId());
            Document next = step.apply(standing);
            next.put(Shelf.REVISION, revision + 1);
            if (stored == null ? writes.insert(next) : writes.replace(next, revision)) {
                return;
            }
        }
    }

    private static Document with(Document stored, String field, Collection<String> more) {
        Set<String> all = strings(stored, field);
        all.addAll(more);
        return stored.append(field, List.copyOf(all));
    }

    private static LastWrite read(Document stored) {
        String before = stored.getString(BEFORE);
        return new LastWrite(
                stored.getString(EVENT),
                stored.getString(TENANT),
                before == null ? null : JSON.readValue(before, PracticeClient.class),
                stored.getBoolean(CREATED, false),
                strings(stored, FIELDS),
                strings(stored, GROUPS));
    }

    private static Set<String> strings(Document stored, String field) {
        return new HashSet<>(stored.getList(field, String.class, List.of()));
    }
}
