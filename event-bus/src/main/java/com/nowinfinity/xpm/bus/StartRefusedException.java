package com.nowinfinity.xpm.bus;

import org.jspecify.annotations.Nullable;

/** Why a service does not start, in one sentence for the person who configured it. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String sentence) {
        this(sentence, null);
    }

    public StartRefusedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
