package com.nowinfinity.xpm.api.practice;

/**
 * What a list brought.
 *
 * @param delivered clients handed to the sink
 * @param withoutId clients that XPM listed without an id, so that nobody can do anything with them
 */
public record ClientListing(long delivered, long withoutId) {}
