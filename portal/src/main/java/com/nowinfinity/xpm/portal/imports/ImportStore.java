package com.nowinfinity.xpm.portal.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.JsonForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** XPM's clients in the portal's terms: collection {@code clients}, {@code _id} {@code <businessId>/<tenantId>/<clientId>}. */
final class ImportStore {

    private static final String ID = "_id";
    private static final String ENTITY_ID = "entityId";
    private static final String AT = "at";
    private static final String RUN_ID = "runId";
    private static final String ENTITY = "entity";

    private final MongoCollection<Document> clients;

    ImportStore(MongoCollection<Document> clients) {
        this.clients = clients;
    }

    /** Keeps the newest state of each; events of one business come in order. */
    void keep(List<ClientImported> imports) {
        if (!imports.isEmpty()) {
            clients.bulkWrite(imports.stream()
                    .map(ImportStore::document)
                    .map(document -> new ReplaceOneModel<>(
                            Filters.eq(ID, document.getString(ID)), document, new ReplaceOptions().upsert(true)))
                    .toList());
        }
    }

    private static Document document(ClientImported client) {
        return new Document(ID, prefix(client.getBusinessId(), client.getTenantId()) + client.getClientId())
                .append(ENTITY_ID, client.getEntityId())
                .append(RUN_ID, client.getRunId())
                .append(AT, client.getOccurredAt().toString())
                .append(ENTITY, client.getEntity() == null ? null : new Document(JsonForm.of(client.getEntity())));
    }

    /** Of one organisation, since another one's clients are no offers for this one. */
    ImportCounts counts(String businessId, String tenantId) {
        String prefix = prefix(businessId, tenantId);
        long imported = 0;
        long offers = 0;
        String lastAt = null;
        String lastRun = null;
        for (Document client : clients.find(Filters.and(Filters.gt(ID, prefix), Filters.lt(ID, prefix + "\uffff")))
                .projection(new Document(ENTITY_ID, 1).append(AT, 1).append(RUN_ID, 1))) {
            imported++;
            offers += client.getString(ENTITY_ID) == null ? 1 : 0;
            String at = client.getString(AT);
            if (lastAt == null || at.compareTo(lastAt) > 0) {
                lastAt = at;
                lastRun = client.getString(RUN_ID);
            }
        }
        return new ImportCounts(imported, offers, lastAt, lastRun);
    }

    /** Clients without an entity, by name; those of a version that nothing is known of are left out. */
    List<Offer> offers(String businessId, String tenantId) {
        String prefix = prefix(businessId, tenantId);
        List<Offer> offers = new ArrayList<>();
        for (Document client : clients.find(Filters.and(Filters.gt(ID, prefix), Filters.lt(ID, prefix + "\uffff")))) {
            Document entity = client.get(ENTITY, Document.class);
            if (client.getString(ENTITY_ID) == null && entity != null) {
                offers.add(new Offer(
                        client.getString(ID).substring(prefix.length()), JsonForm.readStored(entity, Entity.class)));
            }
        }
        offers.sort(Comparator.comparing(offer -> offer.entity().getName(), String.CASE_INSENSITIVE_ORDER));
        return offers;
    }

    void taken(String businessId, String tenantId, String clientId, String entityId) {
        clients.updateOne(Filters.eq(ID, prefix(businessId, tenantId) + clientId), Updates.set(ENTITY_ID, entityId));
    }

    private static String prefix(String businessId, @Nullable String tenantId) {
        return businessId + "/" + tenantId + "/";
    }
}
