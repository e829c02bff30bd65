package com.nowinfinity.xpm.simulator.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret of a registered app; never printed. */
public record ClientSecret(String value) {

    boolean matches(String offered) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ClientSecret[redacted]";
    }
}
