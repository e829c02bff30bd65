package com.nowinfinity.xpm.api;

/** Whose XPM is called, and by what right: the token serves all organisations of a user, the tenant id chooses one. */
public record Credentials(String tenantId, AccessToken token) {

    public Credentials {
        if (tenantId.isBlank() || tenantId.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("A tenant id is printable ASCII without spaces.");
        }
    }
}
