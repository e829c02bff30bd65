package com.nowinfinity.xpm.notification.storage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoProperties.class)
class StorageConfiguration {

    @Bean
    MongoClient mongoClient(MongoProperties properties) {
        return Database.connect(properties);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    DatabaseHealth mongoHealthIndicator(MongoDatabase database) {
        return new DatabaseHealth(database);
    }
}
