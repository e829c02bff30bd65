package com.nowinfinity.xpm.api;

/** The context of one call: for whom, and until when it may still leave. */
public record Call(Credentials credentials, Permit permit) {

    /** A call without a slot. */
    public static Call with(Credentials credentials) {
        return new Call(credentials, Permit.ALWAYS);
    }
}
