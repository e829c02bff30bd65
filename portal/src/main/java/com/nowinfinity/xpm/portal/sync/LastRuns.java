package com.nowinfinity.xpm.portal.sync;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Each business's newest run, whoever asked for it: collection {@code lastRuns}, {@code _id} the business's id. */
public final class LastRuns {

    private static final String ID = "_id";
    private static final String RUN = "runId";
    private static final String AT = "at";

    private final MongoCollection<Document> runs;

    LastRuns(MongoCollection<Document> runs) {
        this.runs = runs;
    }

    /** The newest stays; what is older came late. */
    public void keep(String businessId, String runId, Instant at) {
        Document now = runs.find(Filters.eq(ID, businessId)).first();
        if (now == null || now.getLong(AT) <= at.toEpochMilli()) {
            runs.replaceOne(
                    Filters.eq(ID, businessId),
                    new Document(ID, businessId).append(RUN, runId).append(AT, at.toEpochMilli()),
                    new ReplaceOptions().upsert(true));
        }
    }

    Optional<String> of(String businessId) {
        return Optional.ofNullable(runs.find(Filters.eq(ID, businessId)).first())
                .map(found -> found.getString(RUN));
    }
}
