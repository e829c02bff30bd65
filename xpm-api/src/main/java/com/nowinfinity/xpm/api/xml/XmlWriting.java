package com.nowinfinity.xpm.api.xml;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.nowinfinity.xpm.api.practice.LegalText;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one small document. Everything is escaped; characters that XML 1.0 forbids are left out. */
final class XmlWriting {

    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    private XmlWriting() throws XMLStreamException {
        this.writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** What goes into an element. */
    interface Content {
        void write(XmlWriting xml) throws XMLStreamException;
    }

    static XmlBody document(String root, Content content) {
        return new XmlBody(bytes(root, content).bytes.toByteArray(), null, new byte[0]);
    }

    static XmlWriting bytes(String root, Content content) {
        try {
            XmlWriting xml = new XmlWriting();
            xml.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.nested(root, content);
            xml.writer.writeEndDocument();
            xml.writer.flush();
            return xml;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML in memory cannot fail.", e);
        }
    }

    XmlWriting nested(String name, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        content.write(this);
        writer.writeEndElement();
        return this;
    }

    /** An element with this text, possibly empty. */
    XmlWriting element(String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(LegalText.of(text));
        writer.writeEndElement();
        return this;
    }

    /** An element unless the text is missing or blank: an empty one may mean "clear it" to XPM. */
    XmlWriting optional(String name, @Nullable String text) throws XMLStreamException {
        return text == null || LegalText.of(text).isBlank() ? this : element(name, text);
    }

    XmlWriting optional(String name, @Nullable LocalDate date) throws XMLStreamException {
        return date == null ? this : element(name, date.toString());
    }

    XmlWriting optional(String name, @Nullable Integer number) throws XMLStreamException {
        return number == null ? this : element(name, number.toString());
    }

    XmlWriting optional(String name, @Nullable BigDecimal number) throws XMLStreamException {
        return number == null ? this : element(name, number.toPlainString());
    }

    /** An element that has nothing but an id in its attribute uuid. */
    XmlWriting mention(String name, String id) throws XMLStreamException {
        writer.writeEmptyElement(name);
        writer.writeAttribute("uuid", LegalText.of(id));
        return this;
    }

    /** Puts everything so far out and says how much that is. */
    int sizeSoFar() throws XMLStreamException {
        writer.writeCharacters("");
        writer.flush();
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
