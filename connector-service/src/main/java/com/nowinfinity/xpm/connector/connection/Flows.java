package com.nowinfinity.xpm.connector.connection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.business.Person;
import com.nowinfinity.xpm.connector.secrets.Purpose;
import com.nowinfinity.xpm.connector.secrets.Seal;
import com.nowinfinity.xpm.connector.secrets.Secret;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Flows by the digest of their state, in the database because any instance may take the callback. */
final class Flows {

    private static final String ID = "_id";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> collection;
    private final Seal seal;

    Flows(MongoDatabase database, Seal seal) {
        this.collection = database.getCollection("flows");
        this.seal = seal;
    }

    void begin(Secret state, Flow flow) {
        byte[] verifier = seal.close(flow.businessId(), Purpose.CODE_VERIFIER, flow.verifier());
        collection.insertOne(new Document(ID, state.digest())
                .append("businessId", flow.businessId())
                .append("sub", flow.person().sub())
                .append("email", flow.person().email())
                .append("cookie", flow.cookieDigest())
                .append("verifier", new Binary(verifier))
                .append(EXPIRES_AT, Date.from(flow.expiresAt())));
    }

    @Nullable
    Flow find(Secret state) {
        Document stored = collection.find(new Document(ID, state.digest())).first();
        if (stored == null) {
            return null;
        }
        String businessId = stored.getString("businessId");
        byte[] verifier = stored.get("verifier", Binary.class).getData();
        return new Flow(
                businessId,
                new Person(stored.getString("sub"), stored.getString("email")),
                stored.getString("cookie"),
                seal.open(businessId, Purpose.CODE_VERIFIER, verifier),
                stored.getDate(EXPIRES_AT).toInstant());
    }

    /** True for one caller only, whoever else comes with the same state. */
    boolean use(Secret state) {
        return collection.deleteOne(new Document(ID, state.digest())).getDeletedCount() == 1;
    }

    void forgetExpired(Instant now) {
        collection.deleteMany(new Document(EXPIRES_AT, new Document("$lt", Date.from(now))));
    }
}
