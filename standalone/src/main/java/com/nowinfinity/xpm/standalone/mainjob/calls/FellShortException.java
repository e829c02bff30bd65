package com.nowinfinity.xpm.standalone.mainjob.calls;

/** The job cannot go on; the message is one sentence that names what did not happen. */
public final class FellShortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FellShortException(String sentence) {
        super(sentence);
    }

    public FellShortException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
