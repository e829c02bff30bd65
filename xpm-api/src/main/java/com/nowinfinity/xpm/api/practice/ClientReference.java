package com.nowinfinity.xpm.api.practice;

import org.jspecify.annotations.Nullable;

/** Another client, as a relationship or a group names it. */
public record ClientReference(String id, @Nullable String name) {}
