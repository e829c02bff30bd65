package com.nowinfinity.xpm.simulator.practicemanager;

/** A business error: status ERROR with a text, nothing changed. */
public final class RefusedException extends RuntimeException {

    private final int status;

    RefusedException(String text) {
        this(200, text);
    }

    private RefusedException(int status, String text) {
        super(text);
        this.status = status;
    }

    static RefusedException unknownClient() {
        return new RefusedException("Invalid client identifier");
    }

    /** The one business error with a status of its own: XML that no parser takes. */
    static RefusedException malformed() {
        return new RefusedException(400, "The request is not well-formed XML");
    }

    static RefusedException tooLarge() {
        return new RefusedException(413, "The request is too large");
    }

    static RefusedException badRequest(String text) {
        return new RefusedException(400, text);
    }

    public int status() {
        return status;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
