package com.nowinfinity.xpm.bus;

import static com.nowinfinity.xpm.events.Topics.ENTITY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nowinfinity.xpm.standalone.platform.EmbeddedKafka;
import com.nowinfinity.xpm.standalone.platform.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F20: without a broker publishing fails in time, and everything goes on when it is back. */
class BrokerDownIT {

    @Test
    void failsInBoundedTimeAndRecovers(@TempDir Path folder) {
        int port = FreePort.any();
        List<Long> taken = new CopyOnWriteArrayList<>();
        EmbeddedKafka broker = EmbeddedKafka.start(folder, port);
        try (TestBus bus = TestBus.start(
                "event-bus.owner=connector-service",
                "event-bus.publishing.timeout=2s",
                "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "event-bus.topic-prefix=" + TestBus.site())) {
            bus.subscribe(
                    "survivor",
                    List.of(ENTITY_CHANGED),
                    batch -> batch.forEach(event -> taken.add(Samples.version(event))));
            bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 1));
            await().until(() -> taken.contains(1L));

            broker.close();
            Instant before = Instant.now();
            assertThatThrownBy(() -> bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 2)))
                    .isInstanceOf(BrokerUnavailableException.class);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));

            broker = EmbeddedKafka.start(folder, port);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> bus.publisher().publish(ENTITY_CHANGED, Samples.change("b-1", 3)));
            await().atMost(Duration.ofSeconds(30)).until(() -> taken.contains(3L));
        } finally {
            broker.close();
        }
    }
}
