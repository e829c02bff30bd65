package com.nowinfinity.xpm.connector.business;

import org.jspecify.annotations.Nullable;

/**
 * A grant that was replaced or given up and is still to be closed at Xero.
 *
 * @param organisation what it was used for; null where none had been chosen
 * @param attempts at closing it, so far
 */
public record Former(Grant grant, @Nullable Organisation organisation, int attempts) {

    public Former triedAgain() {
        return new Former(grant, organisation, attempts + 1);
    }
}
