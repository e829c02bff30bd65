package com.nowinfinity.xpm.simulator.journal;

/** Keeps lines for good; when {@link #append} returns, no kill of the process can take the line away. */
public interface Journal extends AutoCloseable {

    void append(JournalLine line);

    @Override
    void close();

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public void append(JournalLine line) {}

            @Override
            public void close() {}
        };
    }
}
