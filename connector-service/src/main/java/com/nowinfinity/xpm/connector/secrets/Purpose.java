package com.nowinfinity.xpm.connector.secrets;

/** What a secret is for; a ciphertext made for one purpose does not open for another. */
public enum Purpose {
    ACCESS_TOKEN("access-token"),
    REFRESH_TOKEN("refresh-token"),
    CODE_VERIFIER("code-verifier"),
    TAX_FILE_NUMBER("tax-file-number");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
