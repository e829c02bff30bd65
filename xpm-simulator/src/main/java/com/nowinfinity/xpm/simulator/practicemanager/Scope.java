package com.nowinfinity.xpm.simulator.practicemanager;

import java.util.Collections;
import java.util.Set;

/** Which of the scopes of a token open an operation; any one of them does. */
public enum Scope {
    CLIENT_READ,
    CLIENT_WRITE,
    STAFF_READ,
    BROAD_READ;

    public boolean isIn(Set<String> granted) {
        return !Collections.disjoint(names(), granted);
    }

    private Set<String> names() {
        return switch (this) {
            case CLIENT_READ ->
                Set.of(
                        "practicemanager",
                        "practicemanager.read",
                        "practicemanager.client",
                        "practicemanager.client.read");
            case CLIENT_WRITE -> Set.of("practicemanager", "practicemanager.client");
            case STAFF_READ ->
                Set.of(
                        "practicemanager",
                        "practicemanager.read",
                        "practicemanager.staff",
                        "practicemanager.staff.read");
            case BROAD_READ -> Set.of("practicemanager", "practicemanager.read");
        };
    }
}
