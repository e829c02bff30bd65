package com.nowinfinity.xpm.worker.dispatch;

import com.nowinfinity.xpm.events.Outcome;
import com.nowinfinity.xpm.events.Reason;
import com.nowinfinity.xpm.worker.intents.Sending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an attempt at a demand ended, unless it is held up. */
sealed interface Ending {

    /** With a final outcome. */
    record Settled(Outcome outcome, @Nullable Reason reason) implements Ending {}

    /** A person has to look at it. */
    record Parked(Reason reason) implements Ending {}

    /** Nothing is known of the last call: look again at a time. */
    record Unclear(Sending sending, Instant again) implements Ending {}

    /** Others of the push come first; the last of them calls for it. */
    record ForPeers() implements Ending {}
}
