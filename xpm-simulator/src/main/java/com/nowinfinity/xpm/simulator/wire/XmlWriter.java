package com.nowinfinity.xpm.simulator.wire;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML as XPM does: one line, no declaration, no namespace; straight to the stream. */
public final class XmlWriter {

    /** What stands inside an element. */
    @FunctionalInterface
    public interface Content {
        void write() throws XMLStreamException;
    }

    /** A document, written to whatever asks for it. */
    @FunctionalInterface
    public interface Document {
        void writeTo(XmlWriter xml) throws XMLStreamException;
    }

    private static final XMLOutputFactory FACTORY = factory();

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    public static void write(OutputStream stream, Document document) throws IOException {
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
            document.writeTo(new XmlWriter(out));
            out.close();
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    public XmlWriter element(String name, Content content) throws XMLStreamException {
        out.writeStartElement(name);
        content.write();
        out.writeEndElement();
        return this;
    }

    public XmlWriter element(String name, String attribute, String value, Content content) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeAttribute(attribute, value);
        content.write();
        out.writeEndElement();
        return this;
    }

    /** An element with text; empty text makes an empty element. */
    public XmlWriter text(String name, String text) throws XMLStreamException {
        if (text.isEmpty()) {
            out.writeEmptyElement(name);
        } else {
            out.writeStartElement(name);
            out.writeCharacters(text);
            out.writeEndElement();
        }
        return this;
    }

    /** Nothing at all for null. */
    public XmlWriter textIfSet(String name, @Nullable Object value) throws XMLStreamException {
        return value == null ? this : text(name, value.toString());
    }

    public XmlWriter yesNo(String name, boolean yes) throws XMLStreamException {
        return text(name, yes ? "Yes" : "No");
    }

    private static XMLOutputFactory factory() {
        XMLOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler(' '));
        return factory;
    }
}
