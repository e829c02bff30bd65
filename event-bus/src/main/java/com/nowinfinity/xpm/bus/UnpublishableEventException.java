package com.nowinfinity.xpm.bus;

import org.jspecify.annotations.Nullable;

/** An event that no repetition gets onto its topic: without an id, with a null where none may be, or too large. */
public final class UnpublishableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnpublishableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
