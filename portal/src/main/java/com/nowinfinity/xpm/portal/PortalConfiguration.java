package com.nowinfinity.xpm.portal;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    private static final String DATABASE = "portal";

    @Bean
    MongoDatabase database(MongoClient client) {
        return client.getDatabase(DATABASE).withWriteConcern(WriteConcern.MAJORITY);
    }

    /** Boot's own asks with {@code hello}, which MongoDB-compatible servers need not know. */
    @Bean
    HealthIndicator databaseHealth(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }
}
