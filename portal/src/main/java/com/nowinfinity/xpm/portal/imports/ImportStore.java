package com.nowinfinity.xpm.portal.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.nowinfinity.xpm.events.ClientImported;
import com.nowinfinity.xpm.events.Entity;
import com.nowinfinity.xpm.events.JsonForm;
import com.nowinfinity.xpm.portal.kept.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** XPM's clients in the portal's terms: collection {@code clients}, {@code _id} {@code <businessId>/<tenantId>/<clientId>}. */
final class ImportStore {

    private static final String ID = "_id";
    private static final String ENTITY_ID = "entityId";
    private static final String AT = "at";
    private static final String RUN_ID = "runId";
    private static final String ENTITY = "entity";

    private static final Document SHOWN = new Document(ENTITY_ID, 1)
            .append(AT, 1)
            .append(RUN_ID, 1)
            .append(ENTITY + ".name", 1)
            .append(ENTITY + ".kind", 1)
            .append(ENTITY + ".acn", 1)
            .append(ENTITY + ".abn", 1);

    private final MongoCollection<Document> clients;
    private final Kept<Known> known = new Kept<>();

    /** Of one organisation. */
    private record Known(ImportCounts counts, List<Offer> offers) {}

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
            known.written();
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
        return known.of(prefix(businessId, tenantId), this::read).counts();
    }

    /** Clients without an entity, by name; those of a version that nothing is known of are left out. */
    List<Offer> offers(String businessId, String tenantId) {
        return known.of(prefix(businessId, tenantId), this::read).offers();
    }

    /** One query that reads only what is shown. */
    private Known read(String prefix) {
        long imported = 0;
        long without = 0;
        String lastAt = null;
        String lastRun = null;
        List<Offer> offers = new ArrayList<>();
        for (Document client : clients.find(Filters.and(Filters.gt(ID, prefix), Filters.lt(ID, prefix + "\uffff")))
                .projection(SHOWN)) {
            imported++;
            if (client.getString(ENTITY_ID) == null) {
                without++;
                Document entity = client.get(ENTITY, Document.class);
                if (entity != null) {
                    offers.add(offer(client.getString(ID).substring(prefix.length()), entity));
                }
            }
            String at = client.getString(AT);
            if (lastAt == null || at.compareTo(lastAt) > 0) {
                lastAt = at;
                lastRun = client.getString(RUN_ID);
            }
        }
        offers.sort(Offer.BY_NAME);
        return new Known(new ImportCounts(imported, without, lastAt, lastRun), List.copyOf(offers));
    }

    private static Offer offer(String clientId, Document entity) {
        return new Offer(
                clientId,
                entity.get("name", ""),
                entity.get("kind", "UNKNOWN"),
                entity.getString("acn"),
                entity.getString("abn"));
    }

    /** A client that is on offer, in the portal's terms. */
    Optional<Entity> offered(String businessId, String tenantId, String clientId) {
        return Optional.ofNullable(clients.find(Filters.eq(ID, prefix(businessId, tenantId) + clientId))
                        .first())
                .filter(client -> client.getString(ENTITY_ID) == null)
                .map(client -> client.get(ENTITY, Document.class))
                .map(entity -> JsonForm.readStored(entity, Entity.class));
    }

    void taken(String businessId, String tenantId, String clientId, String entityId) {
        clients.updateOne(Filters.eq(ID, prefix(businessId, tenantId) + clientId), Updates.set(ENTITY_ID, entityId));
        known.written();
    }

    void forget(String businessId) {
        clients.deleteMany(Filters.and(Filters.gt(ID, businessId + "/"), Filters.lt(ID, businessId + "/\uffff")));
        known.written();
    }

    private static String prefix(String businessId, @Nullable String tenantId) {
        return businessId + "/" + tenantId + "/";
    }
}
