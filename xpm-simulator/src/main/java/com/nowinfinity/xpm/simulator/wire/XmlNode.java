package com.nowinfinity.xpm.simulator.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One element of a request, read whole; text is trimmed. */
public record XmlNode(String name, Map<String, String> attributes, List<XmlNode> children, String text) {

    /** The first child of that name. */
    public @Nullable XmlNode child(String childName) {
        return all(childName).findFirst().orElse(null);
    }

    public Stream<XmlNode> all(String childName) {
        return children.stream().filter(child -> child.name().equals(childName));
    }

    /** A child's text; null when there is no such child, empty when it is empty. */
    public @Nullable String textOf(String childName) {
        XmlNode child = child(childName);
        return child == null ? null : child.text();
    }

    /** A child's text, empty also when there is no such child. */
    public String textOrEmpty(String childName) {
        String text = textOf(childName);
        return text == null ? "" : text;
    }
}
