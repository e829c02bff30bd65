package com.nowinfinity.xpm.standalone;

import com.nowinfinity.xpm.standalone.SharedServer.Running;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** Kafka's and MongoDB's own images, which {@code ./test docker} takes instead of the embedded servers. */
final class ContainerServers {

    private ContainerServers() {}

    static boolean wanted() {
        return "docker".equals(System.getProperty("platform"));
    }

    static Running kafka() {
        var container = new KafkaContainer("apache/kafka:4.2.0")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        return new Running(container.getBootstrapServers(), container);
    }

    static Running mongo() {
        var container = new MongoDBContainer("mongo:8");
        container.start();
        return new Running(container.getConnectionString(), container);
    }
}
