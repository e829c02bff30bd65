package com.nowinfinity.xpm.bus;

/**
 * Thrown by a {@link BatchHandler} that refuses one event for good: the event goes to the dead letters with the cause,
 * and the rest of the batch is handed over again.
 */
public final class PoisonEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ReceivedEvent received;
    private final String reason;

    /** @param reason a stable code, as {@code event-id-reused}, or a sentence; becomes the header {@code cause}, so no personal data */
    public PoisonEventException(ReceivedEvent received, String reason) {
        super(reason);
        this.received = received;
        this.reason = reason;
    }

    public ReceivedEvent received() {
        return received;
    }

    public String reason() {
        return reason;
    }
}
