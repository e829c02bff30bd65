package com.nowinfinity.xpm.connector.connection;

import com.nowinfinity.xpm.connector.business.Business;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.business.Diagnosis;
import com.nowinfinity.xpm.events.ConnectionState;
import com.nowinfinity.xpm.events.ConnectionTroubled;

/** What XPM said of our credentials: believed only of the connection it was seen under. */
public final class Troubles {

    private final Businesses businesses;

    Troubles(Businesses businesses) {
        this.businesses = businesses;
    }

    public void take(ConnectionTroubled event) {
        Diagnosis diagnosis = switch (event.getProblem()) {
            case UNAUTHORIZED, UNKNOWN -> Diagnosis.GRANT_ENDED;
            case NO_ACCESS -> Diagnosis.NO_ACCESS;
            case MISSING_SCOPE -> Diagnosis.INVALID_SCOPE;
        };
        businesses.change(
                event.getBusinessId(),
                business -> isMeant(business, event) ? business.reconnectRequired(diagnosis) : business);
    }

    private static boolean isMeant(Business business, ConnectionTroubled event) {
        return business.connection().epoch() == event.getEpoch()
                && business.connection().state() == ConnectionState.CONNECTED;
    }
}
