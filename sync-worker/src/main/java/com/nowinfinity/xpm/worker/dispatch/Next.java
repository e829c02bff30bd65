package com.nowinfinity.xpm.worker.dispatch;

import java.time.Instant;

/** When work goes on. */
public sealed interface Next {

    /** It is done, or something else will call for it. */
    record Done() implements Next {}

    /**
     * At a time.
     *
     * @param whom who else has to wait until then
     */
    record At(Instant time, Hold.Whom whom) implements Next {
        At(Instant time) {
            this(time, Hold.Whom.THIS);
        }
    }

    /**
     * Now, by way of XPM.
     *
     * @param urgent whether a person waits for it
     * @param retry whether it has been tried before, and so comes after the first attempts of its like
     */
    record Send(boolean urgent, boolean retry) implements Next {}

    /** When the connection changes. */
    record OnConnection() implements Next {}

    /** When a person says so. */
    record OnPerson() implements Next {}

    /** Another worker has taken the business over, rightly or by a mistake that is not over yet. */
    record Lost() implements Next {}

    Next DONE = new Done();
    Next ON_CONNECTION = new OnConnection();
    Next ON_PERSON = new OnPerson();
    Next LOST = new Lost();

    static Next of(Hold hold) {
        return switch (hold) {
            case Hold.Until until -> new At(until.time(), until.whom());
            case Hold.Failing failing -> new At(failing.time());
            case Hold.UntilConnected connected -> ON_CONNECTION;
            case Hold.NotOwner lost -> LOST;
        };
    }
}
