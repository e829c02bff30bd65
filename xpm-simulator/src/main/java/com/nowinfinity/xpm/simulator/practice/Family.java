package com.nowinfinity.xpm.simulator.practice;

import java.util.List;

/** People of one name and home, and what they own together; XPM groups them. */
record Family(String surname, List<Party> people, List<Party> holdings) {

    Party head() {
        return people.getFirst();
    }
}
