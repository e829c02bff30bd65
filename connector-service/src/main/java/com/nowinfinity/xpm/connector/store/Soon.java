package com.nowinfinity.xpm.connector.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done before an answer where that is quick, and else later: its need is saved, and a sweeper knows it. */
public final class Soon {

    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    private final Executor threads;
    private final Duration patience;

    /** @param patience how long a person should wait at most */
    public Soon(Executor threads, Duration patience) {
        this.threads = threads;
        this.patience = patience;
    }

    /** Returns when the work is done or has failed, or when patience is at its end. */
    public void run(String what, Runnable work) {
        try {
            CompletableFuture.runAsync(work, threads).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("Later: {}", what);
        } catch (ExecutionException e) {
            LOG.info("Later: {}, because of {}", what, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
