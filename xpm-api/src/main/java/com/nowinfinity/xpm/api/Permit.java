package com.nowinfinity.xpm.api;

/**
 * The right to put one call on the wire, asked more than once and for the last time when the connection is open and
 * the request is about to leave. It has to answer at once, without I/O.
 */
@FunctionalInterface
public interface Permit {

    /** For calls that no slot limits. */
    Permit ALWAYS = () -> true;

    /** False when it is too late; the call then ends as {@link XpmException.NotSent}. */
    boolean stillValid();
}
