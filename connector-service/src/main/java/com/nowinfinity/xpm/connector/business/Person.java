package com.nowinfinity.xpm.connector.business;

import org.jspecify.annotations.Nullable;

/** Who did something, as the portal knows the person. */
public record Person(String sub, @Nullable String email) {

    public String shown() {
        return email == null ? sub : email;
    }
}
