package com.nowinfinity.xpm.simulator.practicemanager;

import com.nowinfinity.xpm.simulator.organisation.Organisation;

/** One call of the API: reads the organisation, changes nothing itself, refuses with {@link RefusedException}. */
@FunctionalInterface
public interface Operation {
    Outcome run(Organisation organisation, Call call);
}
