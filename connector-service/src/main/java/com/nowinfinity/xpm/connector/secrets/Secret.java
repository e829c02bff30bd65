package com.nowinfinity.xpm.connector.secrets;

/** A text that never prints itself. */
public record Secret(String value) {

    /** @return lower-case hexadecimal SHA-256, by which a secret may be named */
    public String digest() {
        return Digests.sha256(value);
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
