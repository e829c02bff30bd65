package com.nowinfinity.xpm.api.http;

import java.time.Duration;

/**
 * What one call may take.
 *
 * @param deadline from the first attempt to connect to the last byte read, what the reader does in between included
 * @param maxBytes of the answer's body
 */
public record Bounds(Duration deadline, long maxBytes) {

    public Bounds {
        if (!deadline.isPositive() || maxBytes < 1) {
            throw new IllegalArgumentException("The deadline and the size limit of calls to Xero have to be positive.");
        }
    }
}
