package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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
        return new VersionIndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    /** Rewrites parts of the file that are mostly garbage, a few megabytes at a time. */
    void compact() {
        lock.writeLock().lock();
        try {
            if (!getMvStore().isClosed()) {
                getMvStore().compact(60, 4 << 20);
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
}
