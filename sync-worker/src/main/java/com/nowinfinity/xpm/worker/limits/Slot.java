package com.nowinfinity.xpm.worker.limits;

import java.time.Instant;

/**
 * The right to make one call, and the note that it is being made.
 *
 * @param purpose what the call is for, so that a take-over knows what may have happened
 * @param subject the entity, or what else the call is about
 */
public record Slot(String id, Purpose purpose, String subject, Instant takenAt) {

    /** What a call does. */
    public enum Purpose {
        READ,
        /** The list of all clients, which may take many minutes. */
        LIST,
        CREATE,
        WRITE,
        DOCUMENT
    }
}
