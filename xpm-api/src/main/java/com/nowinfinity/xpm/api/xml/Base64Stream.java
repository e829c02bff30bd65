package com.nowinfinity.xpm.api.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** Content in BASE64, a block at a time. Content of another length than announced ends in an error. */
final class Base64Stream extends FilterInputStream {

    // A multiple of three, so that only the last block is padded.
    private static final int BLOCK = 3 * 8_192;

    private final long size;
    private final byte[] block = new byte[BLOCK];
    private long taken;
    private byte[] encoded = new byte[0];
    private int position;

    Base64Stream(InputStream content, long size) {
        super(content);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        return hasNext() ? encoded[position++] : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasNext()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - position);
        System.arraycopy(encoded, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean hasNext() throws IOException {
        if (position < encoded.length) {
            return true;
        }
        int count = in.readNBytes(block, 0, BLOCK);
        taken += count;
        if (taken > size || (count < BLOCK && taken < size)) {
            throw new IOException("The document is not of the size that was announced.");
        }
        encoded = Base64.getEncoder().encode(Arrays.copyOf(block, count));
        position = 0;
        return encoded.length > 0;
    }
}
