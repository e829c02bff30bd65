package com.nowinfinity.xpm.portal.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing goes to XPM for a while, or nothing but what people ask for.
 *
 * @param followedOnly whether only what follows by itself waits
 * @param reason what holds it up, for people; null where nobody told
 */
public record Wait(
        Instant until, boolean followedOnly, @Nullable String reason) {}
