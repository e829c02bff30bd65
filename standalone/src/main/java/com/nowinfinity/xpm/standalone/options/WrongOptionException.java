package com.nowinfinity.xpm.standalone.options;

/** One sentence for the person who typed it. */
public final class WrongOptionException extends RuntimeException {

    public WrongOptionException(String sentence) {
        super(sentence);
    }
}
