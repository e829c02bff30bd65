package com.nowinfinity.xpm.access;

/** A property that the service cannot start with; the message is one sentence that names it. */
public final class WrongConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongConfigurationException(String sentence) {
        super(sentence);
    }
}
