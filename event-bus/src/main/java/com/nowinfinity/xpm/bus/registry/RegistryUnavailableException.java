package com.nowinfinity.xpm.bus.registry;

import org.jspecify.annotations.Nullable;

/** The registry does not answer, or something that is not the registry does. Says nothing about any schema. */
public final class RegistryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
