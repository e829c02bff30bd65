package com.nowinfinity.xpm.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ReceivedEvent;
import com.nowinfinity.xpm.events.Topic;
import com.nowinfinity.xpm.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;

/** Everything that was said on the topics of this service, as another service hears it. */
final class Heard implements AutoCloseable {

    private final List<ReceivedEvent> events = new CopyOnWriteArrayList<>();
    private final EventSubscription subscription;

    Heard(EventSubscriptions subscriptions) {
        subscription = subscriptions.subscribe("a-test", Topics.work(), events::addAll);
        subscription.start();
    }

    <T extends SpecificRecord> List<T> of(String businessId, Topic<T> topic) {
        return events.stream()
                .filter(event -> event.businessId().equals(businessId)
                        && event.topic().name().equals(topic.name()))
                .map(event -> topic.type().cast(event.event()))
                .toList();
    }

    /** The events once there are that many. */
    <T extends SpecificRecord> List<T> awaitOf(String businessId, Topic<T> topic, int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(businessId, topic)).hasSizeGreaterThanOrEqualTo(count));
        return of(businessId, topic);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
