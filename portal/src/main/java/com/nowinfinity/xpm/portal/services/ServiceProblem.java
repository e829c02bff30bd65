package com.nowinfinity.xpm.portal.services;

import org.jspecify.annotations.Nullable;

/** A service's refusal, in its own words; status 503 and code {@code unreachable} where it did not answer. */
public final class ServiceProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final @Nullable String runId;

    ServiceProblem(
            int status,
            String code,
            String title,
            @Nullable String detail,
            @Nullable String runId,
            @Nullable Throwable cause) {
        super(detail == null || detail.isBlank() ? title : detail, cause);
        this.status = status;
        this.code = code;
        this.title = title;
        this.runId = runId;
    }

    public int status() {
        return status;
    }

    /** The contract's stable code. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** The run that is in the way, with {@code run-in-progress}. */
    public @Nullable String runId() {
        return runId;
    }
}
