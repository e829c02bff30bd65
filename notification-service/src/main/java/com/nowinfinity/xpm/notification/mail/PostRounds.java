package com.nowinfinity.xpm.notification.mail;

import com.nowinfinity.xpm.notification.rounds.Rounds;
import java.time.Duration;

/** Sends the postman round, again and again. */
final class PostRounds extends Rounds {

    private final Postman postman;

    PostRounds(Postman postman, Duration interval) {
        super("mail", interval, Duration.ofSeconds(10));
        this.postman = postman;
    }

    @Override
    protected void round() {
        postman.round();
    }
}
