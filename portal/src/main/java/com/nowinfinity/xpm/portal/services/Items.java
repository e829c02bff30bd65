package com.nowinfinity.xpm.portal.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a service's list, as the contract has it. */
public record Items<T>(@Nullable List<T> items, @Nullable String next) {

    public List<T> all() {
        return items == null ? List.of() : items;
    }
}
