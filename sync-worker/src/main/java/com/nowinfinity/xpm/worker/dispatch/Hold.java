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

    /** How calls for others have gone since the last one for a subject that failed. */
    public enum Others {
        /** It is the first one. */
        UNKNOWN,
        /** XPM has answered. */
        FARE,
        /** XPM has answered nobody. */
        FAIL
    }

    /** Until a while has passed that grows with every failure: XPM does not answer calls for this very subject. */
    public static final class Failing extends Hold {
        private static final long serialVersionUID = 1L;

        private final Instant time;
        private final Others others;

        /** @param time when to try again, as long as XPM answers nobody */
        public Failing(Instant time, Others others, Reason reason) {
            super(reason);
            this.time = time;
            this.others = others;
        }

        public Instant time() {
            return time;
        }

        public Others others() {
            return others;
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
