package com.nowinfinity.xpm.api.http;

import java.io.IOException;

/**
 * One call and its answer; each layer of the onion is one. The answer is read inside, while the layers still stand
 * around it, and is closed when this returns.
 */
interface Exchange {

    <T> T exchange(WireRequest request, ReplyReader<T> reader) throws IOException;

    /** Makes a value of an answer that is still arriving. */
    interface ReplyReader<T> {
        T read(WireReply reply) throws IOException;
    }
}
