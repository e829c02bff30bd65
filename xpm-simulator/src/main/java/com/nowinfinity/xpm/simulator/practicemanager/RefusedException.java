package com.nowinfinity.xpm.simulator.practicemanager;

import java.util.regex.Pattern;

/** A business error: status ERROR with a text, nothing changed. */
public final class RefusedException extends RuntimeException {

    private static final Pattern UNKNOWN = Pattern.compile("Invalid [a-z]+ identifier");
    private static final Pattern CONFLICT =
            Pattern.compile(".*(already exists|is archived|belongs to a group|has open jobs)");

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

    /** The status it has where errors do not come as 200. */
    int statusByKind() {
        if (status != 200) {
            return status;
        }
        return UNKNOWN.matcher(text()).matches()
                ? 404
                : CONFLICT.matcher(text()).matches() ? 409 : 400;
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
