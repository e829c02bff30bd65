package com.nowinfinity.xpm.worker.pushes;

import com.mongodb.client.MongoCollection;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.events.PushRequested;
import com.nowinfinity.xpm.worker.mongo.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The stored pushes: collection {@code pushes}, {@code _id} = business/event. */
public final class Pushes {

    private static final String ID = "_id";

    private final MongoCollection<Document> collection;
    private final Due due;

    public Pushes(MongoCollection<Document> collection) {
        this.collection = collection;
        this.due = new Due(collection);
    }

    /** Remembers a push; one that is known stays as it is. */
    public void record(PushRequested asked, int partition, Map<String, Long> after) {
        due.arrive(write(new Push(asked, partition, after, Push.State.REQUESTED, null, List.of(), List.of())));
    }

    public Optional<Push> find(String businessId, String eventId) {
        return Optional.ofNullable(collection
                        .find(new Document(ID, businessId + "/" + eventId))
                        .first())
                .map(Pushes::read);
    }

    public void save(Push push) {
        Document stored = write(push);
        collection.replaceOne(new Document(ID, stored.getString(ID)), stored);
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
