package com.nowinfinity.xpm.bus;

import java.util.Set;

/** Does not mind which partitions it has. */
enum Indifferent implements AssignmentListener {
    LISTENER;

    @Override
    public void onAssigned(Set<Integer> partitions) {}

    @Override
    public void onRevoked(Set<Integer> partitions) {}
}
