package com.nowinfinity.xpm.portal;

import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {

    @Bean(destroyMethod = "close")
    MongoClient mongoClient(DatabaseProperties properties) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(properties.connection())
                .writeConcern(WriteConcern.MAJORITY)
                .build());
    }

    @Bean
    MongoDatabase database(MongoClient client, DatabaseProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    HealthIndicator databaseHealth(MongoDatabase database) {
        return () -> {
            database.runCommand(new Document("ping", 1));
            return Health.up().build();
        };
    }
}
