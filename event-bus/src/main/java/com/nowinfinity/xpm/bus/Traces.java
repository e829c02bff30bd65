package com.nowinfinity.xpm.bus;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a piece of work belongs to, carried over topics and over waits as W3C's {@code traceparent}. Where
 * nobody traces, nothing is carried and work is only done.
 */
public interface Traces {

    /** The name of a record's header, and of HTTP's. */
    String HEADER = "traceparent";

    /** Nobody traces. */
    Traces NONE = new Traces() {
        @Override
        public @Nullable String current() {
            return null;
        }

        @Override
        public <T> T continuing(@Nullable String traceparent, String what, Supplier<T> work) {
            return work.get();
        }
    };

    /** Where this thread is in a trace; null when it is in none. */
    @Nullable
    String current();

    /**
     * Does work as the next step of a trace.
     *
     * @param traceparent where the trace was left; without one the work is in no trace
     * @param what a name for this kind of work, without ids
     */
    <T> T continuing(@Nullable String traceparent, String what, Supplier<T> work);
}
