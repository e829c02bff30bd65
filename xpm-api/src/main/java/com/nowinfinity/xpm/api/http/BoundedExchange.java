package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.xml.UnreadableAnswer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Ends a call that takes too long or brings too much, also when its body only drips, and counts the bytes. */
final class BoundedExchange implements Exchange {

    private final LongSupplier nanoTime;
    private final Exchange inner;

    BoundedExchange(LongSupplier nanoTime, Exchange inner) {
        this.nanoTime = nanoTime;
        this.inner = inner;
    }

    @Override
    public <T> T exchange(WireRequest request, ReplyReader<T> reader) throws IOException {
        long start = nanoTime.getAsLong();
        return inner.exchange(request, reply -> {
            request.tally().status = reply.status();
            Duration left = request.bounds().deadline().minusNanos(nanoTime.getAsLong() - start);
            CompletableFuture<Void> ended = new CompletableFuture<>();
            BoundedBody body = new BoundedBody(reply.body(), request, ended);
            // Closing from outside is what wakes a reader that waits for a byte which never comes.
            CompletableFuture<Void> unused = ended.orTimeout(Math.max(left.toNanos(), 1), TimeUnit.NANOSECONDS)
                    .whenComplete((done, late) -> {
                        if (late != null) {
                            closeQuietly(reply.body());
                        }
                    });
            try {
                return reader.read(new WireReply(reply.status(), reply.headers(), body));
            } finally {
                ended.complete(null);
            }
        });
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            // The reader learns of it from its own next read.
        }
    }

    @Override
    public String toString() {
        return "Bounded(" + inner + ")";
    }

    private static final class BoundedBody extends FilterInputStream {

        private final WireRequest request;
        private final CompletableFuture<Void> ended;

        BoundedBody(InputStream body, WireRequest request, CompletableFuture<Void> ended) {
            super(body);
            this.request = request;
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? -1 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            if (ended.isCompletedExceptionally()) {
                throw new UnreadableAnswer("The answer took longer than "
                        + request.bounds().deadline().toMillis() + " ms.");
            }
            request.tally().bytes += Math.max(read, 0);
            if (request.tally().bytes > request.bounds().maxBytes()) {
                throw new UnreadableAnswer(
                        "The answer is longer than " + request.bounds().maxBytes() + " bytes.");
            }
        }
    }
}
