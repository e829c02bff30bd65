package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.notification.rounds.Rounds;
import java.time.Duration;

/** Turns the hub: from time to time, and at once when somebody came. Ends all streams before the server stops. */
final class LiveTurns extends Rounds {

    private final LiveHub hub;

    LiveTurns(LiveHub hub, Duration interval) {
        super("live streams", interval, Duration.ofSeconds(5));
        this.hub = hub;
    }

    void somebodyCame() {
        wake();
    }

    @Override
    protected void round() {
        hub.turn();
    }

    @Override
    protected void ended() {
        hub.endAll();
    }
}
