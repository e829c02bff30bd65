package com.nowinfinity.xpm.bus;

import org.jspecify.annotations.Nullable;

/** The broker, or the registry that publishing needs once for each topic, did not answer in time. Worth repeating. */
public final class BrokerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
