package com.nowinfinity.xpm.worker.dispatch;

import java.time.Instant;

/** When work goes on. */
public sealed interface Next {

    /** It is done, or something else will call for it. */
    record Done() implements Next {}

    /** At a time. */
    record At(Instant time) implements Next {}

    /** When the connection changes. */
    record OnConnection() implements Next {}

    /** When a person says so. */
    record OnPerson() implements Next {}

    Next DONE = new Done();
    Next ON_CONNECTION = new OnConnection();
    Next ON_PERSON = new OnPerson();

    static Next of(Hold hold) {
        return switch (hold) {
            case Hold.Until until -> new At(until.time());
            case Hold.UntilConnected connected -> ON_CONNECTION;
            case Hold.NotOwner lost -> DONE;
        };
    }
}
