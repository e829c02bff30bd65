package com.nowinfinity.xpm.standalone.mainjob;

/** The job cannot go on; the message is one sentence that names what did not happen. */
final class FellShortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FellShortException(String sentence) {
        super(sentence);
    }

    FellShortException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
