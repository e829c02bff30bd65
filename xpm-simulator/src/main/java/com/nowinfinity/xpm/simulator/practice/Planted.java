package com.nowinfinity.xpm.simulator.practice;

import org.jspecify.annotations.Nullable;

/** One difference that was put there on purpose; kind and field in the contract's words. */
public record Planted(
        String kind,
        @Nullable String entityId,
        @Nullable String clientId,
        @Nullable String field) {}
