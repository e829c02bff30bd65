package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A member of the practice's staff as a client names them. */
public record StaffReference(@Nullable String id, @Nullable String name) {}
