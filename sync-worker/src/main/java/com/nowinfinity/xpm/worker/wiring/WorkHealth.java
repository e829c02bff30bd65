package com.nowinfinity.xpm.worker.wiring;

import com.nowinfinity.xpm.worker.dispatch.Standing;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** A worker is not healthy where work of some business is under way and has not taken a step for too long. */
final class WorkHealth implements HealthIndicator {

    private final Supplier<Standing> work;
    private final Duration tooLong;

    WorkHealth(Supplier<Standing> work, Duration tooLong) {
        this.work = work;
        this.tooLong = tooLong;
    }

    @Override
    public Health health() {
        Standing standing = work.get();
        boolean stuck = standing.still().compareTo(tooLong) > 0;
        return (stuck ? Health.down() : Health.up())
                .withDetail("still", standing.still().toSeconds() + " s")
                .build();
    }
}
