package com.nowinfinity.xpm.benchmarks.plain;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
@EnableKafka
class PlainConfiguration {

    /** Long enough for the longest sleep, so that no rebalance is ever its fault. */
    private static final Duration POLL_INTERVAL = Duration.ofHours(12);

    private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(30);

    @Bean
    PlainXpm xpm(
            @Value("${xpm.api.uri}") URI api,
            @Value("${connector.internal.uri}") URI door,
            @Value("${internal.secret}") String secret) {
        return new PlainXpm(api, door, secret);
    }

    /** Which organisation a business is connected to, as far as it has been told. */
    @Bean
    Map<String, String> tenants() {
        return new ConcurrentHashMap<>();
    }

    @Bean
    NewTopic deadLetters(@Value("${event.bus.partitions}") int partitions) {
        return new NewTopic("entity-changed.dead", partitions, (short) 1);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> plainListeners(
            @Value("${spring.kafka.bootstrap.servers}") String brokers,
            @Value("${event.bus.partitions}") int partitions) {
        Map<String, Object> consumer = new HashMap<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                Math.toIntExact(POLL_INTERVAL.toMillis())));
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(consumer));
        factory.setConcurrency(partitions);
        ExponentialBackOff backOff = new ExponentialBackOff(1_000, 2);
        backOff.setMaxElapsedTime(LONGEST_TROUBLE.toMillis());
        factory.setCommonErrorHandler(new DefaultErrorHandler(
                new DeadLetterPublishingRecoverer(
                        template(brokers),
                        (record, failure) -> new org.apache.kafka.common.TopicPartition(
                                record.topic() + ".dead", record.partition())),
                backOff));
        return factory;
    }

    private static KafkaTemplate<String, byte[]> template(String brokers) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class)));
    }
}
