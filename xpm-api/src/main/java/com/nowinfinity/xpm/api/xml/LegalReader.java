package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.LegalText;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Reads raw control characters as spaces, so that one pasted into one client does not make a whole list unreadable. */
final class LegalReader extends FilterReader {

    LegalReader(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        return next < 0 ? next : legal((char) next);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            buffer[i] = legal(buffer[i]);
        }
        return count;
    }

    private static char legal(char c) {
        return LegalText.isLegal(c) || Character.isSurrogate(c) ? c : ' ';
    }
}
