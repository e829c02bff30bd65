package com.nowinfinity.xpm.api.http;

import com.nowinfinity.xpm.api.Permit;
import com.nowinfinity.xpm.api.http.WireExchange.NeverLeft;
import com.nowinfinity.xpm.api.http.WireExchange.Withheld;
import com.nowinfinity.xpm.api.xml.XmlBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, and the last look at its permit. The client asks for the body's length when the connection stands
 * and the first line is about to be written, and subscribes to the body right after the headers. A refusal at the
 * first point sends nothing; at the second it leaves a request without its body, which no server can act on. On a new
 * connection with TLS the handshake may still follow; the hard limit for every byte is the call's own deadline.
 */
final class Departure implements BodyPublisher {

    private final XmlBody body;
    private final Permit permit;
    private volatile boolean leaving;
    private volatile @Nullable Withheld withheld;

    Departure(XmlBody body, Permit permit) {
        this.body = body;
        this.permit = permit;
    }

    /** Asks the permit; refuses by an exception. */
    void check() throws Withheld {
        if (!permit.stillValid()) {
            Withheld refusal = new Withheld("The permit had run out before the call could leave.", null);
            withheld = refusal;
            throw refusal;
        }
    }

    @Override
    public long contentLength() {
        try {
            check();
        } catch (Withheld e) {
            throw new UncheckedIOException(e);
        }
        if (leaving) {
            // The JDK's client would send a read again when its connection closes without an answer. XPM may have
            // counted the first one, so that a second needs a slot of its own.
            throw new UncheckedIOException(new IOException("One call leaves once."));
        }
        leaving = true;
        return body.length();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodyPublishers.ofInputStream(this::open).subscribe(subscriber);
    }

    /** What a failed send means: held back by us, never left, or on its way. TLS that fails to begin carries nothing. */
    IOException explain(IOException failure) {
        Withheld ours = withheld;
        if (ours != null) {
            return ours;
        }
        boolean carried = leaving && !(failure instanceof SSLHandshakeException);
        return carried ? failure : new NeverLeft(failure);
    }

    private InputStream open() {
        try {
            check();
            return new NotingFailures(body.open());
        } catch (Withheld e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(unreadable(e));
        }
    }

    private Withheld unreadable(IOException cause) {
        Withheld unreadable = new Withheld("The document's content cannot be read.", cause);
        withheld = unreadable;
        return unreadable;
    }

    /** A content that breaks off leaves the request incomplete, which is ours to say. */
    private final class NotingFailures extends FilterInputStream {

        NotingFailures(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}
