package com.nowinfinity.xpm.connector.business;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant that was replaced or given up and is still to be closed at Xero.
 *
 * @param organisation what it was used for; null where none had been chosen
 * @param attempts at closing it, so far
 * @param notBefore when it is tried again
 */
public record Former(Grant grant, @Nullable Organisation organisation, int attempts, Instant notBefore) {

    /** One that nobody has tried to close yet. */
    public static Former of(Grant grant, @Nullable Organisation organisation) {
        return new Former(grant, organisation, 0, Instant.EPOCH);
    }

    /** The same with a later form of its grant: refreshed, refused, sealed anew. */
    public Former with(Grant later) {
        return new Former(later, organisation, attempts, notBefore);
    }

    public Former triedAgain(Instant next) {
        return new Former(grant, organisation, attempts + 1, next);
    }
}
