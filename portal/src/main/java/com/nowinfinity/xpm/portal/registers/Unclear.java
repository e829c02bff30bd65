package com.nowinfinity.xpm.portal.registers;

/** A field that cannot be understood; the message is for the person who filled it in. */
final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unclear(String message) {
        super(message);
    }
}
