package com.nowinfinity.xpm.report.rendering;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that a byte could not be written: of the libraries above, some wrap such a failure and some swallow it. */
final class WatchedStream extends FilterOutputStream {

    private @Nullable IOException failure;

    WatchedStream(OutputStream out) {
        super(out);
    }

    /** @throws IOException the first failure, if there was one */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int value) throws IOException {
        watched(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        watched(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        watched(out::flush);
    }

    /** Whoever gave the stream closes it. */
    @Override
    public void close() throws IOException {
        flush();
    }

    private void watched(Step step) throws IOException {
        check();
        try {
            step.take();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private interface Step {
        void take() throws IOException;
    }
}
