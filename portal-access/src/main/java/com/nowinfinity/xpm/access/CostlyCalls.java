package com.nowinfinity.xpm.access;

import java.time.Duration;

/**
 * The quota of calls that make us read or reckon much for a short answer, as previews and files do
 * ({@code portal.rate.costly}): of one person for one business, at one instance. A controller asks before it begins.
 */
public final class CostlyCalls {

    private final CallRates rates;

    CostlyCalls(CallRates rates) {
        this.rates = rates;
    }

    /** @throws ProblemException 429 {@code too-many-requests} with Retry-After where the quota is used up */
    public void admit(Caller caller, String businessId) {
        Duration wait = rates.take(caller.sub() + " " + businessId);
        if (!wait.isZero()) {
            throw ProblemException.tooManyRequests(
                    wait, "More previews and files than one person may ask for at this speed; nothing was done.");
        }
    }
}
