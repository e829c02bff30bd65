package com.nowinfinity.xpm.bus.wiring;

import com.nowinfinity.xpm.bus.EventBusProperties;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.bus.Partitions;
import com.nowinfinity.xpm.bus.TopicNames;
import com.nowinfinity.xpm.bus.Traces;
import com.nowinfinity.xpm.bus.consuming.EventBusHealthIndicator;
import com.nowinfinity.xpm.bus.consuming.KafkaEventSubscriptions;
import com.nowinfinity.xpm.bus.letters.DeadLetterBox;
import com.nowinfinity.xpm.bus.letters.KafkaDeadLetterBox;
import com.nowinfinity.xpm.bus.ownership.BrokerTopics;
import com.nowinfinity.xpm.bus.ownership.OwnedTopics;
import com.nowinfinity.xpm.bus.publishing.BrokerWriter;
import com.nowinfinity.xpm.bus.publishing.DeadLetters;
import com.nowinfinity.xpm.bus.publishing.KafkaEventPublisher;
import com.nowinfinity.xpm.bus.publishing.Rerouting;
import com.nowinfinity.xpm.bus.registry.EventCodec;
import com.nowinfinity.xpm.bus.registry.SchemaRegistry;
import com.nowinfinity.xpm.bus.registry.SchemaRegistryProperties;
import com.nowinfinity.xpm.bus.registry.SerdeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Addresses and security of the broker are Spring Boot's {@code spring.kafka} properties. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({EventBusProperties.class, SchemaRegistryProperties.class})
class EventBusAutoConfiguration {

    @Bean
    TopicNames topicNames(EventBusProperties properties) {
        return new TopicNames(properties.topicPrefix());
    }

    @Bean
    Partitions partitions(EventBusProperties properties) {
        return new Partitions(properties.partitions());
    }

    @Bean
    EventCodec eventCodec(EventBusProperties properties, SchemaRegistryProperties registry) {
        return new EventCodec(
                new SchemaRegistry(registry),
                new SerdeSettings(
                        properties.serde().serializer(),
                        properties.serde().deserializer(),
                        properties.serde().properties(),
                        registry),
                InstantSource.system(),
                properties.consuming().unknownSchemaPause());
    }

    @Bean(destroyMethod = "close")
    Admin eventBusAdmin(KafkaAdmin site) {
        return BrokerClients.admin(site.getConfigurationProperties());
    }

    @Bean
    BrokerTopics brokerTopics(Admin admin, TopicNames names, Partitions partitions) {
        return new BrokerTopics(admin, names, partitions);
    }

    @Bean
    OwnedTopics ownedTopics(EventBusProperties properties, BrokerTopics broker, EventCodec codec, TopicNames names) {
        return new OwnedTopics(properties, broker, codec, names, InstantSource.system());
    }

    @Bean
    BrokerWriter brokerWriter(ProducerFactory<?, ?> site, EventBusProperties properties) {
        return new BrokerWriter(site.getConfigurationProperties(), properties.publishing());
    }

    /** Without a tracer, as in a test of a part of a service, nobody traces. */
    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer present = tracer.getIfUnique();
        Propagator carrying = propagator.getIfUnique();
        return present == null || carrying == null ? Traces.NONE : new MicrometerTraces(present, carrying);
    }

    @Bean
    EventPublisher eventPublisher(
            BrokerWriter broker,
            EventCodec codec,
            TopicNames names,
            BrokerTopics topics,
            ObjectProvider<MeterRegistry> meters,
            Traces traces) {
        return new KafkaEventPublisher(broker, codec, names, topics::requireFit, orNone(meters), traces);
    }

    @Bean
    DeadLetters deadLetters(BrokerWriter broker, TopicNames names, ObjectProvider<MeterRegistry> meters) {
        return new DeadLetters(broker, names, orNone(meters));
    }

    @Bean
    DeadLetterBox deadLetterBox(ConsumerFactory<?, ?> site, TopicNames names, BrokerWriter broker) {
        return new KafkaDeadLetterBox(site.getConfigurationProperties(), names, broker);
    }

    @Bean
    Rerouting rerouting(BrokerWriter broker, Partitions partitions, ObjectProvider<MeterRegistry> meters) {
        return new Rerouting(broker, partitions, orNone(meters));
    }

    @Bean
    KafkaEventSubscriptions eventSubscriptions(
            ConsumerFactory<?, ?> site,
            EventBusProperties properties,
            TopicNames names,
            BrokerTopics broker,
            EventCodec codec,
            DeadLetters deadLetters,
            Rerouting rerouting,
            ObjectProvider<MeterRegistry> meters,
            Traces traces) {
        return new KafkaEventSubscriptions(
                site.getConfigurationProperties(),
                properties.consuming(),
                names,
                broker,
                codec,
                deadLetters,
                rerouting,
                orNone(meters),
                traces,
                InstantSource.system());
    }

    @Bean
    EventBusHealthIndicator eventBusHealthIndicator(
            KafkaEventSubscriptions subscriptions, EventBusProperties properties) {
        return new EventBusHealthIndicator(subscriptions, properties.consuming(), InstantSource.system());
    }

    private static MeterRegistry orNone(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfUnique(CompositeMeterRegistry::new);
    }
}
