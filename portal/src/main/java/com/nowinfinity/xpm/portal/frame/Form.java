package com.nowinfinity.xpm.portal.frame;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a form sent; controllers take it as an argument. */
public final class Form {

    private final MultiValueMap<String, String> fields;

    public Form(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    public Set<String> names() {
        return fields.keySet();
    }

    /** Without blanks around it; empty where the field is absent. */
    public String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Null where the field is absent or blank. */
    public @Nullable String textOrNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    public boolean isTicked(String name) {
        return !text(name).isEmpty();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
