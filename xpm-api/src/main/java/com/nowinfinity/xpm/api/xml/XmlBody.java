package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.DocumentContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request, of known length: bytes, and for a document its content in BASE64 in their middle. */
public final class XmlBody {

    /** For calls that say everything in their address. */
    public static final XmlBody NONE = new XmlBody(new byte[0], null, new byte[0]);

    private final byte[] head;
    private final @Nullable DocumentContent content;
    private final byte[] tail;

    XmlBody(byte[] head, @Nullable DocumentContent content, byte[] tail) {
        this.head = head;
        this.content = content;
        this.tail = tail;
    }

    public long length() {
        long encoded = content == null ? 0 : (content.size() + 2) / 3 * 4;
        return head.length + encoded + tail.length;
    }

    /** The bytes from the beginning; only content can fail, while it is opened or read. */
    public InputStream open() throws IOException {
        InputStream start = new ByteArrayInputStream(head);
        if (content == null) {
            return start;
        }
        InputStream middle = new Base64Stream(content.source().open(), content.size());
        return new SequenceInputStream(Collections.enumeration(List.of(start, middle, new ByteArrayInputStream(tail))));
    }
}
