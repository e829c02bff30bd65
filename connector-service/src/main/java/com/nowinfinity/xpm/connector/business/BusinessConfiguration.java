package com.nowinfinity.xpm.connector.business;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.connector.store.Chore;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.connector.store.SweepProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BusinessConfiguration {

    @Bean
    BusinessStore businessStore(MongoDatabase database) {
        return new BusinessStore(database);
    }

    @Bean
    Announcer announcer(BusinessStore store, EventPublisher publisher, Soon soon) {
        return new Announcer(store, publisher, soon);
    }

    @Bean
    Chore announcing(Announcer announcer, SweepProperties sweep, InstantSource clock) {
        return new Chore(
                "telling of businesses",
                sweep.sweepInterval(),
                () -> announcer.announceAll(clock.instant().minus(sweep.sweepInterval())));
    }

    @Bean
    Businesses businesses(BusinessStore store, Announcer announcer, InstantSource clock, MeterRegistry meters) {
        return new Businesses(store, announcer, clock, UUID::randomUUID, new ConnectionMeters(meters));
    }
}
