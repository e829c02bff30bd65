package com.nowinfinity.xpm.worker.tokens;

/** A tax file number on its way into one call to XPM. It prints nothing. */
public record TaxFileNumber(String value) {

    @Override
    public String toString() {
        return "TaxFileNumber[redacted]";
    }
}
