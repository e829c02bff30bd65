package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.events.WorkPlanned;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Ranges;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import com.nowinfinity.xpm.worker.outcome.StoredReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.bson.Document;

/** The stored pushes: collection {@code pushes}, {@code _id} = business/event. */
public final class Pushes {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String TENANT = "tenantId";
    private static final String ENTITIES = "entityIds";
    private static final String DOCUMENTS = "documentIds";
    private static final String PLAN = "plan";
    private static final String TOLD = "told";
    private static final String REFUSAL = "refusal";
    /** Until when nobody can know whether the new group of this push has been made. */
    private static final String GROUP_UNCLEAR = "groupUnclearUntil";

    private final Shelf shelf;
    private final Due due;

    public Pushes(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /** Remembers a push; one that is known stays as it is. */
    public void record(PushRequested asked, int partition, Map<String, Long> after) {
        due.arrive(
                write(new Push(asked, partition, after, Push.State.REQUESTED, null, List.of(), List.of(), null, null)));
    }

    public Optional<Push> find(String businessId, String eventId) {
        return shelf.find(businessId + "/" + eventId).map(Pushes::read);
    }

    /** Remembers what a push does and whom it takes along, unless that is settled already. */
    public void expand(Push expanded) {
        Document step = new Document(STATE, Push.State.EXPANDED.name())
                .append(TENANT, expanded.tenantId())
                .append(ENTITIES, expanded.entityIds())
                .append(DOCUMENTS, expanded.documentIds());
        if (expanded.plan() != null) {
            step.append(TOLD, new Document(JsonForm.of(expanded.plan())));
        }
        shelf.changeIf(undecided(expanded), step);
    }

    /** Remembers why nothing is done, unless more is settled already. It is done once that has been told. */
    public void refuse(Push push, Reason reason) {
        shelf.changeIf(undecided(push), new Document(REFUSAL, StoredReason.write(reason)));
    }

    private static Document undecided(Push push) {
        return new Document(ID, id(push))
                .append(STATE, Push.State.REQUESTED.name())
                .append(REFUSAL, null);
    }

    /** Remembers what a preview told, for its confirmation. The push is done. */
    public void planned(Push push, String digest) {
        Document done = new Document(STATE, Push.State.DONE.name()).append(PLAN, digest);
        shelf.change(id(push), done, List.of(Due.FIELD));
    }

    /** What the preview told that a push confirms; empty when it confirms none. */
    public Optional<String> confirmed(Push push) {
        List<String> plans = new ArrayList<>();
        Document previews = Ranges.ofBusiness(ID, push.asked().getBusinessId())
                .append("asked.pushId", push.asked().getPushId())
                .append("asked.preview", true);
        shelf.scan(previews, found -> {
            if (found.containsKey(PLAN)) {
                plans.add(found.getString(PLAN));
            }
        });
        return plans.stream().findFirst();
    }

    /** The answer to the making of a push's new group is missing. */
    public void groupUnclear(Push push, Instant until) {
        shelf.set(id(push), new Document(GROUP_UNCLEAR, Date.from(until)));
    }

    /** Hands over the names of the new groups of which the answer is missing, of pushes that are not done. */
    public void unclearGroups(String businessId, BiConsumer<String, Instant> sink) {
        Document unclear = Ranges.ofBusiness(Due.FIELD, businessId).append(GROUP_UNCLEAR, new Document("$ne", null));
        shelf.scan(unclear, found -> {
            String name = read(found).asked().getGroupName();
            if (name != null) {
                sink.accept(name.strip(), found.getDate(GROUP_UNCLEAR).toInstant());
            }
        });
    }

    public void done(String businessId, String eventId) {
        String id = businessId + "/" + eventId;
        shelf.change(id, new Document(STATE, Push.State.DONE.name()), List.of(TOLD, REFUSAL, Due.FIELD));
    }

    public Due due() {
        return due;
    }

    private static Document write(Push push) {
        List<Document> after = new ArrayList<>();
        push.after().forEach((topic, offset) -> after.add(new Document("topic", topic).append("offset", offset)));
        return new Document(ID, id(push))
                .append("asked", new Document(JsonForm.of(push.asked())))
                .append("partition", push.partition())
                .append("after", after)
                .append(STATE, push.state().name())
                .append(TENANT, push.tenantId())
                .append(ENTITIES, push.entityIds())
                .append(DOCUMENTS, push.documentIds());
    }

    private static String id(Push push) {
        return push.asked().getBusinessId() + "/" + push.eventId();
    }

    private static Push read(Document stored) {
        Map<String, Long> after = new HashMap<>();
        stored.getList("after", Document.class)
                .forEach(end -> after.put(end.getString("topic"), end.getLong("offset")));
        Document told = stored.get(TOLD, Document.class);
        return new Push(
                JsonForm.readStored(stored.get("asked", Document.class), PushRequested.class),
                stored.getInteger("partition"),
                after,
                Push.State.stored(stored.getString(STATE)),
                stored.getString(TENANT),
                stored.getList(ENTITIES, String.class, List.of()),
                stored.getList(DOCUMENTS, String.class, List.of()),
                told == null ? null : JsonForm.readStored(told, WorkPlanned.class),
                StoredReason.read(stored.get(REFUSAL, Document.class)));
    }
}
