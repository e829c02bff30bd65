package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVStore;

/**
 * Gives every new collection a unique index on {@code {_id: 1, v: 1}}. This server looks a filter up only when its
 * fields are exactly those of a unique index, and scans otherwise; with it the compare-and-set filter
 * {@code {_id, v}} is as quick as it is on MongoDB, which needs no such index.
 */
final class VersionIndexedDatabase extends H2Database {

    private static final String ID = "_id";

    VersionIndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        super.addIndex(description);
        if (new Document(ID, 1).equals(description.get("key"))) {
            super.addIndex(new Document("name", "_id_1_v_1")
                    .append("ns", description.get("ns"))
                    .append("key", new Document(ID, 1).append("v", 1))
                    .append("unique", true));
        }
    }
}
