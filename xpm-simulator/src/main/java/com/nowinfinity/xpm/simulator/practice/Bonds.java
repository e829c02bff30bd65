package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All roles in the making, in the order they came up, also by their owner. */
final class Bonds {

    private final List<Bond> all = new ArrayList<>();
    private final Map<Party, List<Bond>> byOwner = new HashMap<>();

    void add(Bond bond) {
        all.add(bond);
        byOwner.computeIfAbsent(bond.owner, unused -> new ArrayList<>()).add(bond);
    }

    List<Bond> all() {
        return Collections.unmodifiableList(all);
    }

    List<Bond> of(Party owner) {
        return byOwner.getOrDefault(owner, List.of());
    }
}
