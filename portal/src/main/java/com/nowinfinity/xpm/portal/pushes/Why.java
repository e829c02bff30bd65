package com.nowinfinity.xpm.portal.pushes;

import org.jspecify.annotations.Nullable;

/** A reason: a code for programs, a text for people. */
public record Why(String code, @Nullable String text) {

    public String shown() {
        return text == null || text.isBlank() ? code : text;
    }
}
