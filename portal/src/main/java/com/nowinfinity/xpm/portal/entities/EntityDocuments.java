package com.nowinfinity.xpm.portal.entities;

import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.EntityChanged;
import com.nowinfinity.xpm.events.JsonForm;
import java.util.List;
import org.bson.Document;

/** An entity's document, both ways. Its unpublished events stand inside, so that a change and its event are one write. */
final class EntityDocuments {

    static final String ID = "_id";
    static final String BUSINESS = "businessId";
    static final String VERSION = "v";
    static final String ENTITY = "entity";
    static final String UNPUBLISHED = "unpublished";
    /** Stands in a document as long as it has unpublished events, so that an index leads to these few. */
    static final String WAITING = "waiting";

    static final String TO_PUBLISH = "to-publish";
    static final String TAKEN = "taken";
    static final String SYNC = "sync";
    static final String CLIENT = "clientId";
    static final String OUTCOME = "outcome";
    static final String EVENT_ID = "eventId";

    /** What {@link #row} reads. */
    static final Document OF_A_ROW = new Document(ENTITY + ".entityId", 1)
            .append(ENTITY + ".kind", 1)
            .append(ENTITY + ".name", 1)
            .append(ENTITY + ".acn", 1)
            .append(ENTITY + ".abn", 1)
            .append(ENTITY + ".status", 1)
            .append(CLIENT, 1)
            .append(SYNC + "." + OUTCOME, 1);

    private EntityDocuments() {}

    static String id(String businessId, String entityId) {
        return businessId + "/" + entityId;
    }

    static Document first(EntityChanged change, Entity entity) {
        return new Document(ID, id(change.getBusinessId(), entity.getEntityId()))
                .append(BUSINESS, change.getBusinessId())
                .append(VERSION, entity.getVersion())
                .append(ENTITY, new Document(JsonForm.of(entity)))
                .append(UNPUBLISHED, List.of(new Document(JsonForm.of(change))))
                .append(WAITING, TO_PUBLISH);
    }

    static Entity entity(Document document) {
        return JsonForm.readStored(document.get(ENTITY, Document.class), Entity.class);
    }

    static EntityRow row(Document document) {
        Document entity = document.get(ENTITY, Document.class);
        return new EntityRow(
                entity.getString("entityId"),
                entity.get("kind", "UNKNOWN"),
                entity.get("name", ""),
                entity.getString("acn"),
                entity.getString("abn"),
                entity.get("status", "UNKNOWN"),
                document.getString(CLIENT),
                document.getEmbedded(List.of(SYNC, OUTCOME), String.class));
    }

    static List<EntityChanged> unpublished(Document document) {
        return document.getList(UNPUBLISHED, Document.class).stream()
                .map(event -> JsonForm.readStored(event, EntityChanged.class))
                .toList();
    }
}
