package com.nowinfinity.xpm.api.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Takes one element with its content out of a stream, as long as it is of a size that XPM's records have. */
final class XmlTree {

    private static final int MAX_ELEMENTS = 50_000;
    private static final int MAX_CHARS = 8_000_000;

    private final XMLStreamReader reader;
    private int elements;
    private int chars;

    private XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The element that the reader stands on; afterwards it stands on its end. */
    static XmlElement read(XMLStreamReader reader) throws XMLStreamException, UnreadableAnswer {
        return new XmlTree(reader).element();
    }

    private XmlElement element() throws XMLStreamException, UnreadableAnswer {
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        count(1, 0);
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    count(0, reader.getTextLength());
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(name, text.toString(), children);
                }
                default -> {}
            }
        }
    }

    private void count(int moreElements, int moreChars) throws UnreadableAnswer {
        elements += moreElements;
        chars += moreChars;
        if (elements > MAX_ELEMENTS || chars > MAX_CHARS) {
            throw new UnreadableAnswer("The answer holds a record that is larger than XPM's are.");
        }
    }
}
