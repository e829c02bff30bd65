package com.nowinfinity.xpm.standalone.platform;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A server that speaks MongoDB's protocol and keeps one file. Every acknowledged write survives the end of the process
 * at any moment (not a power failure: the file is not forced to disk). No sessions, transactions, change streams,
 * update pipelines or partial indexes.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final long COMPACTION_MILLIS = 500;

    private final DurableMongoBackend backend;
    private final MongoServer server;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);

    private EmbeddedMongo(DurableMongoBackend backend, int port) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        this.port = port;
    }

    /**
     * Opens the folder's file and listens.
     *
     * @param folder kept between starts
     * @param port of 127.0.0.1
     */
    public static EmbeddedMongo start(Path folder, int port) {
        var mongo = new EmbeddedMongo(new DurableMongoBackend(open(folder)), port);
        mongo.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, 4);
        Thread.ofPlatform().name("mongo-compaction").daemon().start(mongo::keepSmall);
        return mongo;
    }

    /** Without a database's name: each service has its own. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        closing.countDown();
        server.shutdownNow();
    }

    private void keepSmall() {
        try {
            while (!closing.await(COMPACTION_MILLIS, TimeUnit.MILLISECONDS)) {
                backend.compact();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MVStore open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The database's folder cannot be written: " + folder, e);
        }
        var store = new MVStore.Builder()
                .fileName(folder.resolve("mongo.mv").toString())
                .autoCommitDisabled()
                .cacheSize(16)
                .open();
        // The newest commit never needs the space of an older one: it may be used again at once.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }
}
