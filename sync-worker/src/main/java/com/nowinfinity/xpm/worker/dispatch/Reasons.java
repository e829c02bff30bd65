package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.api.XpmException;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.outcome.Outcomes;

/** Why work of more than one kind ends or waits, in a person's words. */
final class Reasons {

    static final Reason NOT_CONNECTED =
            Outcomes.reason("not-connected", "The business is not connected to Practice Manager.");

    static final Reason ORGANISATION_CHANGED = Outcomes.reason(
            "organisation-changed", "It was meant for another Xero organisation than the one connected now.");

    static final Reason ENTITY_UNKNOWN =
            Outcomes.reason("entity-unknown", "The portal has not told anything of this entity yet.");

    /** What ends so has not been looked at in XPM. */
    static final Reason AS_AGREED =
            Outcomes.reason("as-agreed", "Nothing that Practice Manager keeps has changed since both sides agreed.");

    private Reasons() {}

    static Reason inVain(int times, Reason last) {
        return Outcomes.reason(last.getCode(), "Tried " + times + " times, each in vain: " + last.getText());
    }

    static Reason declined(XpmException.Rejected refusal) {
        return Outcomes.reason("xpm-rejected", "Practice Manager declined: " + refusal.problem());
    }
}
