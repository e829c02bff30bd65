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

    /** Until a time. */
    public static final class Until extends Hold {
        private static final long serialVersionUID = 1L;
        private final Instant time;

        public Until(Instant time, Reason reason) {
            super(reason);
            this.time = time;
        }

        public Instant time() {
            return time;
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
