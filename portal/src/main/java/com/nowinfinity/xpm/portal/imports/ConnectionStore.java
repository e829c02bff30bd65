package com.nowinfinity.xpm.portal.imports;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.nowinfinity.xpm.events.ConnectionChanged;
import com.nowinfinity.xpm.events.ConnectionState;
import org.bson.Document;

/** Where each business stands with XPM, as last told: collection {@code connections}, {@code _id} the business's id. */
final class ConnectionStore {

    private static final String ID = "_id";
    private static final String REVISION = "revision";
    private static final String STATE = "state";
    private static final String TENANT = "tenantId";
    private static final String ORGANISATION = "organisationName";
    private static final String FOLLOWING = "following";

    private final MongoCollection<Document> connections;

    ConnectionStore(MongoCollection<Document> connections) {
        this.connections = connections;
    }

    /** The highest revision wins; what is older came late and says nothing. */
    void keep(ConnectionChanged connection) {
        Document now =
                connections.find(Filters.eq(ID, connection.getBusinessId())).first();
        if (now == null || now.getLong(REVISION) <= connection.getRevision()) {
            connections.replaceOne(
                    Filters.eq(ID, connection.getBusinessId()),
                    new Document(ID, connection.getBusinessId())
                            .append(REVISION, connection.getRevision())
                            .append(STATE, connection.getState().name())
                            .append(TENANT, connection.getTenantId())
                            .append(ORGANISATION, connection.getOrganisationName())
                            .append(FOLLOWING, connection.getFollowing()),
                    new ReplaceOptions().upsert(true));
        }
    }

    KnownConnection find(String businessId) {
        Document found = connections.find(Filters.eq(ID, businessId)).first();
        return found == null
                ? new KnownConnection(ConnectionState.NOT_CONNECTED.name(), null, null, false)
                : new KnownConnection(
                        found.getString(STATE),
                        found.getString(TENANT),
                        found.getString(ORGANISATION),
                        found.getBoolean(FOLLOWING));
    }
}
