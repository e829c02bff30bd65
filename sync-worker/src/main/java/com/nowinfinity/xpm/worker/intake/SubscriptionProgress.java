package com.nowinfinity.xpm.worker.intake;

import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.worker.dispatch.IntakeProgress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** How far intake is, as its subscription tells. */
public final class SubscriptionProgress implements IntakeProgress {

    private static final List<Topic<?>> WORK = Topics.work();

    private final AtomicReference<EventSubscription> subscription = new AtomicReference<>();

    /** The subscription needs the dispatcher and the dispatcher needs to know how far the subscription is. */
    public EventSubscription follow(EventSubscription made) {
        subscription.set(made);
        return made;
    }

    @Override
    public boolean isPast(int partition, Map<String, Long> ends) {
        EventSubscription followed = subscription.get();
        return followed != null
                && WORK.stream().filter(topic -> ends.containsKey(topic.name())).allMatch(topic -> {
                    OptionalLong position = followed.position(topic, partition);
                    return position.isPresent() && position.getAsLong() >= ends.getOrDefault(topic.name(), 0L);
                });
    }
}
