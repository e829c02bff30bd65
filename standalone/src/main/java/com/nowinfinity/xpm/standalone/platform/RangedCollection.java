package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection that reads a page of a range without reading, and sorting, what lies behind it. */
final class RangedCollection extends H2Collection {

    RangedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> about,
            CursorRegistry cursors) {
        super(database, name, options, documents, about, cursors);
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter,
            @Nullable Document order,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        // The first index that can is the one that is used.
        boolean ordered = getIndexes().stream()
                .filter(index -> index.canHandle(filter))
                .findFirst()
                .filter(index -> index instanceof Ranged ranged && ranged.isOrder(order))
                .isPresent();
        return super.queryDocuments(filter, ordered ? null : order, skip, limit, batchSize, projection);
    }

    /** Nobody asks for it, and it costs two encodings of each document that is written. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
