package com.nowinfinity.xpm.worker.limits;

import java.time.Instant;
import java.util.Arrays;

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
        DOCUMENT;

        /** One that only a newer version knows may have created something: it is looked up, and that does no harm. */
        static Purpose stored(String name) {
            return Arrays.stream(values())
                    .filter(purpose -> purpose.name().equals(name))
                    .findFirst()
                    .orElse(CREATE);
        }
    }
}
