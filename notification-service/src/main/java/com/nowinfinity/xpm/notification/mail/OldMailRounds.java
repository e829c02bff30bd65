package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.notification.rounds.Rounds;
import java.time.Duration;

/** Clears away mail whose story ended long ago. */
final class OldMailRounds extends Rounds {

    private final Outbox outbox;
    private final Duration kept;

    OldMailRounds(Outbox outbox, Duration kept) {
        super("old mail", Duration.ofHours(1), Duration.ofSeconds(2));
        this.outbox = outbox;
        this.kept = kept;
    }

    @Override
    protected void round() {
        outbox.forget(kept);
    }
}
