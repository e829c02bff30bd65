package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** A group of clients; its members are read one group at a time. */
public record ClientGroup(String id, @Nullable String name) {}
