package com.nowinfinity.xpm.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer read by the JDK's own parser, asked by XPath. */
record Xml(Document document) {

    static Xml of(HttpResponse<String> answer) {
        try {
            return new Xml(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body()))));
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            throw new AssertionError(answer.body(), malformed);
        }
    }

    /** The text of the first match, empty when there is none. */
    String text(String path) {
        return texts(path).stream().findFirst().orElse("");
    }

    List<String> texts(String path) {
        try {
            NodeList nodes = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }

    /** The names of the elements right under the first match. */
    List<String> namesUnder(String path) {
        try {
            NodeList nodes = (NodeList) XPathFactory.newDefaultInstance()
                    .newXPath()
                    .evaluate("(" + path + ")[1]/*", document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getNodeName())
                    .toList();
        } catch (XPathExpressionException wrong) {
            throw new IllegalArgumentException(path, wrong);
        }
    }
}
