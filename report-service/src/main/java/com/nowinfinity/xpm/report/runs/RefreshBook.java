package com.nowinfinity.xpm.report.runs;

import static com.nowinfinity.xpm.report.intake.EventTrail.only;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.report.intake.EventTrail;
import com.nowinfinity.xpm.report.rendering.Refreshed;
import com.nowinfinity.xpm.report.storage.Key;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** What Refresh data took from XPM in each run, one document for each client. */
public final class RefreshBook implements EventTrail {

    private static final String ID = "_id";
    private static final String ENTITY = "entity";
    private static final String CLIENT = "client";
    private static final String NAME = "name";
    private static final String FIELDS = "fields";
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> refreshes;

    RefreshBook(MongoDatabase database) {
        refreshes = database.getCollection("refreshes");
    }

    @Override
    public void record(List<ReceivedEvent> batch) {
        List<ReplaceOneModel<Document>> writes = only(batch, ClientImported.class)
                .filter(event -> event.getRunId() != null && !event.getRunId().isEmpty())
                .filter(event -> !event.getTake().isEmpty())
                .map(RefreshBook::write)
                .toList();
        if (!writes.isEmpty()) {
            refreshes.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    /** By the clients' ids. */
    public List<Refreshed> of(String businessId, String runId) {
        return refreshes
                .find(new Document(ID, Key.range(Key.of(businessId, runId))))
                .sort(new Document(ID, 1))
                .map(taken -> new Refreshed(
                        taken.getString(ENTITY),
                        taken.getString(CLIENT),
                        taken.getString(NAME),
                        taken.getList(FIELDS, String.class)))
                .into(new ArrayList<>());
    }

    private static ReplaceOneModel<Document> write(ClientImported event) {
        String id = Key.of(event.getBusinessId(), event.getRunId(), event.getClientId());
        Document taken = new Document(ID, id)
                .append(ENTITY, event.getEntityId())
                .append(CLIENT, event.getClientId())
                .append(NAME, event.getEntity() == null ? "" : event.getEntity().getName())
                .append(FIELDS, event.getTake());
        return new ReplaceOneModel<>(new Document(ID, id), taken, UPSERT);
    }
}
