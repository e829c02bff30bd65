package com.nowinfinity.xpm.api.xml;

import com.nowinfinity.xpm.api.practice.LegalText;
import com.nowinfinity.xpm.api.xml.XmlValues.Form;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One small element with all that is in it: a client, a group, a document. */
public record XmlElement(String name, String text, List<XmlElement> children) {

    public XmlElement {
        children = List.copyOf(children);
    }

    /** The first child of this name. */
    public @Nullable XmlElement child(String childName) {
        for (XmlElement child : children) {
            if (child.name.equals(childName)) {
                return child;
            }
        }
        return null;
    }

    /** The trimmed text of a child; null when it is absent, empty or blank. */
    public @Nullable String text(String childName) {
        XmlElement child = child(childName);
        return child == null ? null : child.ownText();
    }

    /** This element's own trimmed text, null when blank. */
    public @Nullable String ownText() {
        String legal = LegalText.of(text).strip();
        return legal.isEmpty() ? null : legal;
    }

    /** The items of a collection such as {@code Contacts/Contact}; those that read as null are left out. */
    public <T> List<T> items(String collection, String item, Function<XmlElement, @Nullable T> reading) {
        XmlElement parent = child(collection);
        if (parent == null) {
            return List.of();
        }
        return parent.children.stream()
                .filter(child -> child.name.equals(item))
                .<T>mapMulti((child, sink) -> {
                    T read = reading.apply(child);
                    if (read != null) {
                        sink.accept(read);
                    }
                })
                .toList();
    }

    /** A child's text in another form; null when it is absent or unreadable. */
    <T> @Nullable T value(String childName, Form<T> form) {
        String text = text(childName);
        return text == null ? null : form.read(text);
    }

    /** XPM says Yes or No, in places true or false; anything else is no. */
    boolean yes(String childName) {
        String text = text(childName);
        return text != null && (text.equalsIgnoreCase("Yes") || text.equalsIgnoreCase("true"));
    }
}
