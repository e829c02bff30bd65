package com.nowinfinity.xpm.benchmarks.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An endless backlog behind one of the limiters that are usually taken: five threads, each asks the limiter and calls.
 * A refused call is slept through as Retry-After says.
 */
public final class SimpleLimiter implements AutoCloseable {

    private static final int THREADS = 5;
    private static final int PER_WINDOW = 60;

    /** Blocks until the next call may leave. */
    @FunctionalInterface
    private interface Limiter {
        void acquire() throws InterruptedException;
    }

    private final Lab lab;
    private final Business business;
    private final Limiter limiter;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger next = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();

    private SimpleLimiter(Lab lab, Business business, Limiter limiter) {
        this.lab = lab;
        this.business = business;
        this.limiter = limiter;
    }

    /** Sixty at most in the bucket, one more each sixtieth of a window. */
    public static SimpleLimiter tokenBucket(Lab lab, Business business) {
        long perToken = lab.window().dividedBy(PER_WINDOW).toNanos();
        long[] state = {PER_WINDOW, System.nanoTime()};
        return new SimpleLimiter(lab, business, () -> {
            synchronized (state) {
                while (true) {
                    long now = System.nanoTime();
                    long fresh = (now - state[1]) / perToken;
                    state[0] = Math.min(PER_WINDOW, state[0] + fresh);
                    state[1] += fresh * perToken;
                    if (state[0] > 0) {
                        state[0]--;
                        return;
                    }
                    state.wait(Math.max(1, Duration.ofNanos(perToken).toMillis()));
                }
            }
        });
    }

    /** Sixty from the beginning of each window of the clock. */
    public static SimpleLimiter fixedWindow(Lab lab, Business business) {
        long window = lab.window().toNanos();
        long[] state = {PER_WINDOW, System.nanoTime() / window};
        return new SimpleLimiter(lab, business, () -> {
            synchronized (state) {
                while (true) {
                    long current = System.nanoTime() / window;
                    if (current != state[1]) {
                        state[0] = PER_WINDOW;
                        state[1] = current;
                    }
                    if (state[0] > 0) {
                        state[0]--;
                        return;
                    }
                    state.wait(10);
                }
            }
        });
    }

    public void start() {
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::call);
        }
    }

    private void call() {
        try {
            while (!threads.isShutdown()) {
                limiter.acquire();
                HttpResponse<Void> answer = http.send(request(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 429) {
                    // As a simple limiter does it: this thread stands still.
                    Thread.sleep(Duration.ofSeconds(
                            answer.headers().firstValueAsLong("Retry-After").orElse(1)));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request() {
        Company company = business.companies()
                .get(next.getAndIncrement() % business.companies().size());
        return HttpRequest.newBuilder(URI.create(
                        lab.simulator().baseUri() + "/practicemanager/3.1/client.api/get/" + company.clientId()))
                .header("Authorization", "Bearer " + lab.token())
                .header("xero-tenant-id", business.tenantId())
                .build();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
