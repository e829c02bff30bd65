package com.nowinfinity.xpm.connector.tokens;

import com.nowinfinity.xpm.access.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Why there is no access token. */
final class Refusals {

    private Refusals() {}

    static ProblemException epochStale(long present) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "epoch-stale", "Connection has changed", "There is a newer connection.")
                .with("epoch", present);
    }

    static ProblemException notConnected() {
        return new ProblemException(
                HttpStatus.CONFLICT, "not-connected", "Not connected", "The business uses no organisation of Xero.");
    }

    static ProblemException reconnectRequired() {
        return new ProblemException(
                HttpStatus.CONFLICT, "reconnect-required", "Reconnect required", "A person has to connect again.");
    }

    static ProblemException xeroFails(Duration wait) {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "xero-identity-unavailable",
                        "Temporarily unavailable",
                        "Xero's identity service gives no token at the moment.")
                .retryAfter(wait);
    }
}
