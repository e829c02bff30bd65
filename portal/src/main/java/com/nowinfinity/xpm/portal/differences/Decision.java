package com.nowinfinity.xpm.portal.differences;

import com.nowinfinity.xpm.portal.pushes.Plan;
import com.nowinfinity.xpm.portal.pushes.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /discrepancies/resolutions/{resolutionId}}, as far as its page shows it. */
record Decision(String resolutionId, String state, @Nullable Plan plan, List<Item> items) {

    /** What was decided of one discrepancy, and what became of it; no outcome while nothing has. */
    record Item(
            String id,
            String action,
            @Nullable String outcome,
            @Nullable Why reason) {}

    /** The portal's own work: no worker is asked. */
    public boolean isAChangeRequest() {
        return isTo("CHANGE_REQUEST");
    }

    /** What a person can expect once it is done. */
    public String afterwards() {
        if (isAChangeRequest()) {
            return "You decided that the record in NowInfinity has to change. A register changes by a form or minutes, so"
                    + " nothing changed by itself. Record the change now; the next Sync Data run takes this discrepancy"
                    + " off the list.";
        }
        return isTo("ACCEPT")
                ? "Nothing is written for it. It comes back when a value changes, or after the day that you gave."
                : "The next Sync Data run shows whether both sides agree.";
    }

    /** Which client an entity is, or is not. */
    boolean isOfALink() {
        return isTo("LINK") || isUnlinking();
    }

    public boolean isUnlinking() {
        return isTo("UNLINK");
    }

    private boolean isTo(String action) {
        return items.stream().anyMatch(item -> item.action().equals(action));
    }

    /** Whether it pays to look again: a plan that was refused at once does not come any more. */
    public boolean isLive() {
        return (state.equals("REQUESTED") || state.equals("RUNNING"))
                && items.stream().anyMatch(item -> item.outcome() == null);
    }

    public boolean isRefused() {
        return state.equals("FAILED") || (state.equals("REQUESTED") && !isLive());
    }

    public boolean isPlanned() {
        return state.equals("PLANNED");
    }
}
