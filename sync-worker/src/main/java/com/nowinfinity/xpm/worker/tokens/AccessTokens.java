package com.nowinfinity.xpm.worker.tokens;

import com.nowinfinity.xpm.api.AccessToken;
import com.nowinfinity.xpm.events.Reason;
import java.time.Duration;

/** Access tokens by business. Blocks; safe for many threads. */
public interface AccessTokens {

    /**
     * A token for the connection of this epoch that is good for another two minutes.
     *
     * @throws NoToken when there is none to be had now
     */
    AccessToken current(String businessId, long epoch);

    /** A token in place of one that XPM has just refused. */
    AccessToken replacing(String businessId, long epoch, AccessToken refused);

    /** There is no token, and what helps. */
    final class NoToken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reason reason;
        private final boolean passing;
        private final Duration retryAfter;

        public NoToken(Reason reason, boolean passing, Duration retryAfter) {
            super(reason.getText());
            this.reason = reason;
            this.passing = passing;
            this.retryAfter = retryAfter;
        }

        public Reason reason() {
            return reason;
        }

        /** True when waiting helps; false when only a new connection does. */
        public boolean isPassing() {
            return passing;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
