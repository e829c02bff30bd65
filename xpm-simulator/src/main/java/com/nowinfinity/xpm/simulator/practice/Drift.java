package com.nowinfinity.xpm.simulator.practice;

import com.nowinfinity.xpm.simulator.organisation.Change;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a practice after both sides agreed: what people do inside XPM, what has to be done in the portal
 * beside it, and what a report must show then in addition to what it showed before.
 *
 * @param changes made inside XPM, by people
 * @param portal in the order in which it happens there
 * @param forAsic those of the planted that a company has to tell ASIC within 28 days
 */
public record Drift(
        List<Change> changes, List<PortalEdit> portal, List<Planted> planted, List<Planted> forAsic, List<Trap> traps) {

    /**
     * Something that somebody does in the portal.
     *
     * @param cause EDITED or CORPORATE_MESSENGER
     * @param lodgement the state of the form; null where there is none
     * @param set the new values by the names of the entity's own fields
     */
    public record PortalEdit(
            String entityId, String cause, @Nullable String lodgement, Map<String, String> set) {}
}
