package com.nowinfinity.xpm.simulator.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells just before the write after which the other side has everything. */
final class LastByteStream extends FilterOutputStream {

    private final Runnable leaving;
    private long left;

    /** @param length {@link Answer#STREAMED} for a stream that is whole when it is closed */
    LastByteStream(OutputStream out, long length, Runnable leaving) {
        super(out);
        this.left = length == Answer.STREAMED ? Long.MAX_VALUE : length;
        this.leaving = leaving;
    }

    @Override
    public void write(int single) throws IOException {
        going(1);
        out.write(single);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        going(length);
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        leaving.run();
        super.close();
    }

    private void going(int length) {
        left -= length;
        if (left <= 0) {
            leaving.run();
        }
    }
}
