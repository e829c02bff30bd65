package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
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
        Index<Object> index = narrowest(filter);
        if (index == null) {
            return super.queryDocuments(filter, order, skip, limit, batchSize, projection);
        }
        boolean ordered = index instanceof Ranged ranged && ranged.isOrder(order);
        return matchDocuments(
                filter, index.getPositions(filter), ordered ? null : order, skip, limit, batchSize, projection);
    }

    /** The first that knows the very value, else the first that knows a range. */
    private @Nullable Index<Object> narrowest(Document filter) {
        return getIndexes().stream()
                .filter(index -> index.canHandle(filter))
                .min(Comparator.comparing(index -> index instanceof Ranged ranged && ranged.isWide(filter)))
                .orElse(null);
    }

    /** Nobody asks for it, and it costs two encodings of each document that is written. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
