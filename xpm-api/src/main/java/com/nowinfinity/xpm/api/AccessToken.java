package com.nowinfinity.xpm.api;

/** A bearer token of Xero. It prints nothing of itself, so that no log line can leak one. */
public record AccessToken(String value) {

    public AccessToken {
        if (value.isBlank() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("An access token is printable ASCII without spaces.");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[redacted]";
    }
}
