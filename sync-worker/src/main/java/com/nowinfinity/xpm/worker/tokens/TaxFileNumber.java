package com.nowinfinity.xpm.worker.tokens;

/** A tax file number on its way into one call to XPM. It prints nothing. */
public record TaxFileNumber(String value) {

    private static final int TAIL = 3;

    /** The last three digits, which people may see. */
    public String tail() {
        return value.substring(Math.max(0, value.length() - TAIL));
    }

    @Override
    public String toString() {
        return "TaxFileNumber[redacted]";
    }
}
