package com.nowinfinity.xpm.portal.entities;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Traces;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntitiesConfiguration {

    @Bean
    EntityStore entityStore(MongoDatabase database) {
        return new EntityStore(database.getCollection("entities"));
    }

    @Bean
    Publication publication(EntityStore store, EventPublisher publisher, Traces traces) {
        return new Publication(store, publisher, traces);
    }

    @Bean
    EntityRegister entityRegister(EntityStore store, Publication publication, InstantSource clock) {
        return new EntityRegister(store, publication, clock, UUID::randomUUID);
    }

    @Bean
    EntitySeed entitySeed(EntityStore store, Publication publication) {
        return new EntitySeed(store, publication);
    }
}
