package com.nowinfinity.xpm.benchmarks.crash;

import com.nowinfinity.xpm.benchmarks.lab.LabProcess;

/**
 * Something that happens to a process.
 *
 * @param afterMillis since the blow before
 * @param lastsMillis until it is started again, or goes on
 */
record Blow(Kind kind, LabProcess victim, long afterMillis, long lastsMillis) {

    enum Kind {
        /** SIGKILL, and a start afterwards. */
        KILL,
        /** SIGSTOP, and SIGCONT afterwards: a process that believes that no time has passed. */
        HOLD
    }

    @Override
    public String toString() {
        return "%s %s for %d ms".formatted(kind == Kind.KILL ? "kill" : "hold", victim.name(), lastsMillis);
    }
}
