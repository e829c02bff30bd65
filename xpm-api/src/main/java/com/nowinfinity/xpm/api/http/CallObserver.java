package com.nowinfinity.xpm.api.http;

import java.time.Duration;

/** Told about every call once it has ended; the hook for metrics and for the bill of bytes. It must not throw. */
@FunctionalInterface
public interface CallObserver {

    CallObserver NONE = call -> {};

    void ended(EndedCall call);

    /**
     * One call, without anything personal.
     *
     * @param operation the API's method such as {@code client.api/list}, never an id
     * @param outcome {@code answered}, or the kind of failure as in {@code throttled}
     * @param status of HTTP; 0 when there was no answer
     * @param bytes of the answer's body, as far as it was read
     */
    record EndedCall(String operation, String outcome, int status, Duration took, long bytes) {}
}
