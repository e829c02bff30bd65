package com.nowinfinity.xpm.connector.business;

import java.time.Instant;

/**
 * How the newest revision is told to others; the event itself is made from the business's state.
 *
 * @param eventId of the event, the same however often it is published
 * @param at when the revision came to be, in whole milliseconds
 * @param out false while the event is not known to be on its topic
 */
public record Told(String eventId, Instant at, boolean out) {}
