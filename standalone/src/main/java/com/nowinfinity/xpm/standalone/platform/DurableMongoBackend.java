package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Commits to the file before a write is answered. A command runs under the shared lock, a commit under the exclusive
 * one: no half-done command is ever in the file, and one commit serves all commands that ended before it.
 */
final class DurableMongoBackend extends H2Backend {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    DurableMongoBackend(MVStore store) {
        super(store);
        commit();
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        lock.readLock().lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            lock.readLock().unlock();
            commitUnsaved();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name);
    }

    /** Rewrites parts of the file that are mostly garbage: so little at a time that nobody waits for long. */
    void compact() {
        lock.writeLock().lock();
        try {
            if (!getMvStore().isClosed()) {
                getMvStore().compact(60, 1 << 20);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            super.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commitUnsaved() {
        if (!getMvStore().hasUnsavedChanges()) {
            return;
        }
        lock.writeLock().lock();
        try {
            if (!getMvStore().isClosed() && getMvStore().hasUnsavedChanges()) {
                getMvStore().commit();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The server looks a filter up only when its fields are exactly those of a unique index, and scans a collection from
     * end to end otherwise. Ours finds ranges as MongoDB does, and keeps documents and keys in formats of their own. An
     * inner class, because what is above opens collections while it is being made.
     */
    private final class Database extends H2Database {

        Database(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String full = getDatabaseName() + "." + name;
            return new RangedCollection(
                    this,
                    name,
                    options,
                    getMvStore()
                            .openMap(
                                    "databases." + full,
                                    new MVMap.Builder<Object, Document>().valueType(DocumentType.INSTANCE)),
                    getMvStore().openMap("meta." + full),
                    cursorRegistry);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            return new UniqueRangeIndex(keysOf(collection, index), index, keys, sparse);
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            return new RangeIndex(keysOf(collection, index), index, keys, sparse);
        }

        @Override
        protected void dropIndex(MongoCollection<Object> collection, String index) {
            super.dropIndex(collection, index);
            getMvStore().removeMap(mapOf(collection.getCollectionName(), index));
        }

        private MVMap<KeyValue, Object> keysOf(String collection, String index) {
            return getMvStore()
                    .openMap(mapOf(collection, index), new MVMap.Builder<KeyValue, Object>().keyType(KeyType.INSTANCE));
        }

        /** Another name than that of an index in the former order, which is then built anew. */
        private String mapOf(String collection, String index) {
            return getDatabaseName() + "." + collection + "._ordered_" + index;
        }
    }
}
