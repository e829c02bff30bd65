package com.nowinfinity.xpm.simulator.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All roles in the making, in the order they came up, also by their owner and their holder. */
final class Bonds {

    private final List<Bond> all = new ArrayList<>();
    private final Map<Party, List<Bond>> byOwner = new HashMap<>();
    private final Map<Party, List<Bond>> byHolder = new HashMap<>();

    Bond add(Bond bond) {
        all.add(bond);
        byOwner.computeIfAbsent(bond.owner, unused -> new ArrayList<>()).add(bond);
        byHolder.computeIfAbsent(bond.holder, unused -> new ArrayList<>()).add(bond);
        return bond;
    }

    List<Bond> all() {
        return Collections.unmodifiableList(all);
    }

    List<Bond> of(Party owner) {
        return byOwner.getOrDefault(owner, List.of());
    }

    List<Bond> heldBy(Party holder) {
        return byHolder.getOrDefault(holder, List.of());
    }

    long directorshipsOf(Party holder) {
        return heldBy(holder).stream()
                .filter(bond -> bond.type == RoleType.DIRECTOR)
                .count();
    }
}
