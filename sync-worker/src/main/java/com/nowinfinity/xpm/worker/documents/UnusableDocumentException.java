package com.nowinfinity.xpm.worker.documents;

import com.nowinfinity.xpm.events.Reason;

/** The document can never be sent as it was told. */
public final class UnusableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;

    UnusableDocumentException(Reason reason) {
        super(reason.getText());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
