package com.nowinfinity.xpm.portal.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nothing goes to XPM for a while.
 *
 * @param reason what holds it up, for people; null where nobody told
 */
public record Wait(Instant until, @Nullable String reason) {}
