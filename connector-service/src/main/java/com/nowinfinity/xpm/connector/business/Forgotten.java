package com.nowinfinity.xpm.connector.business;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody had to forget of a business; kept for good, so that nobody who was away meanwhile misses it.
 *
 * @param links when its links were given up
 * @param all when all of it was
 */
public record Forgotten(@Nullable Instant links, @Nullable Instant all) {

    static final Forgotten NOTHING = new Forgotten(null, null);
}
