package com.nowinfinity.xpm.worker.tokens;

/** What our own services show each other. It prints nothing of itself. */
public record InternalSecret(String value) {

    public InternalSecret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("internal.secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "InternalSecret[redacted]";
    }
}
