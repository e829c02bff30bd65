package com.nowinfinity.xpm.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a call can end in besides an answer. Messages hold no token and no body, at most a short excerpt of
 * XPM's own error text.
 */
public abstract sealed class XpmException extends RuntimeException {

    private final Allowance allowance;
    private final boolean mayHaveBeenApplied;

    private XpmException(String message, Allowance allowance, boolean mayHaveBeenApplied, @Nullable Throwable cause) {
        super(message, cause);
        this.allowance = allowance;
        this.mayHaveBeenApplied = mayHaveBeenApplied;
    }

    /** What the headers said, if there were any. */
    public final Allowance allowance() {
        return allowance;
    }

    /** False when XPM has certainly not done what was asked. */
    public final boolean mayHaveBeenApplied() {
        return mayHaveBeenApplied;
    }

    /** The limit that a 429 names in {@code X-Rate-Limit-Problem}. */
    public enum Limit {
        MINUTE,
        DAY,
        CONCURRENT,
        APP_MINUTE,
        UNKNOWN
    }

    /** 429: refused by a limit, not applied. */
    public static final class Throttled extends XpmException {
        private final Limit limit;
        private final @Nullable Duration retryAfter;

        public Throttled(Limit limit, @Nullable Duration retryAfter, Allowance allowance) {
            super("XPM refused the call by its limit " + limit, allowance, false, null);
            this.limit = limit;
            this.retryAfter = retryAfter;
        }

        public Limit limit() {
            return limit;
        }

        /** Between zero and 25 hours; null when the header was missing, unreadable or asked for longer. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** XPM could not be asked, or a read came back in pieces: not applied, worth asking again later. */
    public static final class Unavailable extends XpmException {
        private final @Nullable Duration retryAfter;

        public Unavailable(
                String message, @Nullable Duration retryAfter, Allowance allowance, @Nullable Throwable cause) {
            super(message, allowance, false, cause);
            this.retryAfter = retryAfter;
        }

        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }

    /** 401: the token is not accepted; refresh it once. */
    public static final class Unauthorized extends XpmException {
        public Unauthorized(String message, Allowance allowance) {
            super(message, allowance, false, null);
        }
    }

    /** 403, or a 401 for want of scope: the connection, the privilege or the scope is gone; a new token will not help. */
    public static final class NoAccess extends XpmException {
        private final boolean scopeMissing;

        public NoAccess(String message, boolean scopeMissing, Allowance allowance) {
            super(message, allowance, false, null);
            this.scopeMissing = scopeMissing;
        }

        public boolean scopeMissing() {
            return scopeMissing;
        }
    }

    /** XPM understood and declined: status ERROR in a 200, or 400, 404, 409 and their like. Not applied. */
    public static final class Rejected extends XpmException {
        private final int status;
        private final String problem;

        public Rejected(int status, String problem, Allowance allowance) {
            super("XPM declined with " + status + ": " + problem, allowance, false, null);
            this.status = status;
            this.problem = problem;
        }

        /** The HTTP status, 200 included. */
        public int status() {
            return status;
        }

        /** XPM's own words: one line of at most 200 characters; "no reason given" when it had none. */
        public String problem() {
            return problem;
        }
    }

    /** A write whose answer is lost or senseless: it may have happened, so look before sending it again. */
    public static final class OutcomeUnknown extends XpmException {
        public OutcomeUnknown(String message, Allowance allowance, @Nullable Throwable cause) {
            super(message, allowance, true, cause);
        }
    }

    /** Never complete on the wire: the permit had run out, or a document's content could not be read. */
    public static final class NotSent extends XpmException {
        public NotSent(String message, @Nullable Throwable cause) {
            super(message, Allowance.UNSAID, false, cause);
        }
    }
}
