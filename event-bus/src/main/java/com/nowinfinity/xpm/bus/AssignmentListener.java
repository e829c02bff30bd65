package com.nowinfinity.xpm.bus;

import java.util.Set;

/**
 * Learns which partitions a subscription has, by number: a number stands for that partition of every topic of the
 * subscription, and so for the businesses in it (see {@link Partitions}). Only differences are told: a rebalance that
 * leaves a partition where it was goes unnoticed. Called on the polling thread; must not wait for anything.
 */
public interface AssignmentListener {

    /** Before the first event of these partitions is handed over. */
    void onAssigned(Set<Integer> partitions);

    /** Another consumer may have them already. */
    void onRevoked(Set<Integer> partitions);
}
