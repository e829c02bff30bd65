package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.xml.XmlResponse.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <Response><Status>OK</Status>…</Response>} to its very end, handing over the elements at one place as
 * they come. The attribute api-method is not reliable and not looked at.
 */
public final class ResponseReader {

    private final XMLStreamReader reader;
    private final Part part;
    private @Nullable String status;
    private @Nullable String problem;

    private ResponseReader(XMLStreamReader reader, Part part) {
        this.reader = reader;
        this.part = part;
    }

    /** Reads a whole answer; its content reaches the part's sink before the status is known to be good. */
    public static XmlResponse read(InputStream body, Charset charset, Part part) throws IOException {
        try {
            XMLStreamReader reader = XmlParsers.open(body, charset);
            return new ResponseReader(reader, part).response();
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            // The parser's message quotes the document, which may hold personal data.
            throw new UnreadableAnswer("The answer is no well-formed XML.");
        }
    }

    private XmlResponse response() throws XMLStreamException, IOException {
        for (int event = reader.getEventType(); event != XMLStreamConstants.START_ELEMENT; event = reader.next()) {
            refuseDocumentType(event);
        }
        if (!reader.getLocalName().equals("Response")) {
            throw new UnreadableAnswer("The answer is XML but not XPM's.");
        }
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                inResponse();
            }
        }
        while (reader.hasNext()) {
            reader.next();
        }
        return new XmlResponse(Objects.requireNonNullElse(status, ""), problem);
    }

    private void inResponse() throws XMLStreamException, IOException {
        String name = reader.getLocalName();
        if (name.equals("Status")) {
            status = XmlTree.read(reader).ownText();
        } else if (name.equals("ErrorDescription")) {
            problem = XmlTree.read(reader).ownText();
        } else if (part.collection() == null && part.items().contains(name)) {
            part.sink().accept(XmlTree.read(reader));
        } else if (name.equals(part.collection())) {
            collection();
        } else {
            skip();
        }
    }

    private void collection() throws XMLStreamException, IOException {
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (part.items().contains(reader.getLocalName())) {
                    part.sink().accept(XmlTree.read(reader));
                } else {
                    skip();
                }
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static void refuseDocumentType(int event) throws UnreadableAnswer {
        if (event == XMLStreamConstants.DTD) {
            throw new UnreadableAnswer("The answer declares a document type.");
        }
    }
}
