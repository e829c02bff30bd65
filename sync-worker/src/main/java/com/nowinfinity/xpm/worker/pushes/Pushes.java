package com.nowinfinity.xpm.worker.pushes;

import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.worker.mongo.Due;
import com.nowinfinity.xpm.worker.mongo.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The stored pushes: collection {@code pushes}, {@code _id} = business/event. */
public final class Pushes {

    private static final String ID = "_id";

    private final Shelf shelf;
    private final Due due;

    public Pushes(Shelf shelf) {
        this.shelf = shelf;
        this.due = new Due(shelf);
    }

    /** Remembers a push; one that is known stays as it is. */
    public void record(PushRequested asked, int partition, Map<String, Long> after) {
        due.arrive(write(new Push(asked, partition, after, Push.State.REQUESTED, null, List.of(), List.of())));
    }

    public Optional<Push> find(String businessId, String eventId) {
        return shelf.find(businessId + "/" + eventId).map(Pushes::read);
    }

    public void save(Push push) {
        shelf.put(write(push));
    }

    public Due due() {
        return due;
    }

    private static Document write(Push push) {
        String id = push.asked().getBusinessId() + "/" + push.eventId();
        List<Document> after = new ArrayList<>();
        push.after().forEach((topic, offset) -> after.add(new Document("topic", topic).append("offset", offset)));
        Document stored = new Document(ID, id)
                .append("asked", new Document(JsonForm.of(push.asked())))
                .append("partition", push.partition())
                .append("after", after)
                .append("state", push.state().name())
                .append("tenantId", push.tenantId())
                .append("entityIds", push.entityIds())
                .append("documentIds", push.documentIds());
        return push.state() == Push.State.DONE ? stored : stored.append(Due.FIELD, id);
    }

    private static Push read(Document stored) {
        Map<String, Long> after = new HashMap<>();
        stored.getList("after", Document.class)
                .forEach(end -> after.put(end.getString("topic"), end.getLong("offset")));
        return new Push(
                JsonForm.readStored(stored.get("asked", Document.class), PushRequested.class),
                stored.getInteger("partition"),
                after,
                Push.State.valueOf(stored.getString("state")),
                stored.getString("tenantId"),
                stored.getList("entityIds", String.class),
                stored.getList("documentIds", String.class));
    }
}
