package com.nowinfinity.xpm.bus.consuming;

import com.nowinfinity.xpm.bus.EventBusProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Health by progress: a consumer that has died, whose thread has not come back from the handler, or with a partition
 * that fails for a minute is not healthy, however alive its process is.
 */
public final class EventBusHealthIndicator implements HealthIndicator {

    private static final Duration STUCK = Duration.ofMinutes(1);

    private final KafkaEventSubscriptions subscriptions;
    private final Duration pollInterval;
    private final InstantSource clock;

    public EventBusHealthIndicator(
            KafkaEventSubscriptions subscriptions, EventBusProperties.Consuming settings, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.pollInterval = settings.pollInterval();
        this.clock = clock;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (KafkaEventSubscription subscription : subscriptions.all()) {
            String trouble = trouble(subscription);
            if (trouble == null) {
                health.withDetail(
                        subscription.group(), subscription.partitions().size() + " partitions");
            } else {
                health.down().withDetail(subscription.group(), trouble);
            }
        }
        return health.build();
    }

    private @Nullable String trouble(KafkaEventSubscription subscription) {
        if (!subscription.isRunning()) {
            return null;
        }
        Consumption consumption = subscription.consumption();
        if (consumption == null) {
            String waitingFor = subscription.waitingFor();
            return waitingFor == null ? "starting" : waitingFor;
        }
        Instant now = clock.instant();
        if (consumption.alive().plus(pollInterval).isBefore(now)) {
            return "not back from its handler since " + consumption.alive();
        }
        return consumption.failing().entrySet().stream()
                .filter(failing -> failing.getValue().since().plus(STUCK).isBefore(now))
                .findFirst()
                .map(failing -> failing.getKey() + " fails since "
                        + failing.getValue().since() + ": " + failing.getValue().reason())
                .orElse(null);
    }
}
