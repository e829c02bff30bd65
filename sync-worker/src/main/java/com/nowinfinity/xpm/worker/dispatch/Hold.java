package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Reason;
import java.time.Instant;

/** Work cannot go on now; nothing of it is lost. */
public abstract sealed class Hold extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    private Hold(Reason reason) {
        super(reason.getText());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whom a hold concerns. */
    public enum Whom {
        /** The work that met it, and nothing else. */
        THIS,
        /** All work of the business that nobody waits for. */
        BULK,
        /** All work of the business. */
        ALL
    }

    /** Until a time. */
    public static final class Until extends Hold {
        private static final long serialVersionUID = 1L;

        private final Instant time;
        private final Whom whom;

        public Until(Instant time, Reason reason) {
            this(time, Whom.THIS, reason);
        }

        public Until(Instant time, Whom whom, Reason reason) {
            super(reason);
            this.time = time;
            this.whom = whom;
        }

        public Instant time() {
            return time;
        }

        public Whom whom() {
            return whom;
        }
    }

    /** Until a while has passed that grows with every failure: XPM does not answer calls for this very subject. */
    public static final class Failing extends Hold {
        private static final long serialVersionUID = 1L;

        private final Instant time;
        private final boolean othersFare;

        /**
         * @param time when to try again
         * @param othersFare whether XPM has answered other calls since the last failure
         */
        public Failing(Instant time, boolean othersFare, Reason reason) {
            super(reason);
            this.time = time;
            this.othersFare = othersFare;
        }

        public Instant time() {
            return time;
        }

        public boolean othersFare() {
            return othersFare;
        }
    }

    /** Until the connection changes. */
    public static final class UntilConnected extends Hold {
        private static final long serialVersionUID = 1L;

        public UntilConnected(Reason reason) {
            super(reason);
        }
    }

    /** For good: another worker owns the business by now, and goes on where we were. */
    public static final class NotOwner extends Hold {
        private static final long serialVersionUID = 1L;

        public NotOwner(Reason reason) {
            super(reason);
        }
    }
}
