package com.nowinfinity.xpm.connector.connection;

/** How a browser comes back from Xero. */
sealed interface Arrival {

    /** Not a flow of ours and of this browser that is still open: nothing was asked of Xero. */
    record Unknown() implements Arrival {}

    /** Ours; the portal shows this. */
    record Returned(Outcome outcome) implements Arrival {}

    /** The contract's words for the portal's address. */
    enum Outcome {
        CONNECTED("connected"),
        CHOOSE("choose"),
        NO_ACCESS("no_access"),
        NO_PRACTICE("no_practice"),
        DECLINED("declined"),
        FAILED("failed");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
