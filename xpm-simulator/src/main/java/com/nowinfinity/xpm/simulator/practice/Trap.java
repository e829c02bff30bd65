package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/**
 * What looks like a difference and is none, so that a row nobody planted can be told by what it fell for.
 *
 * @param name as in capitals, father-and-son, joint-parcel
 * @param field null where it is about the whole record
 */
public record Trap(
        String name,
        @Nullable String entityId,
        @Nullable String clientId,
        @Nullable String field) {}
