package com.nowinfinity.xpm.report.entities;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntitiesConfiguration {

    @Bean
    EntityBook entityBook(MongoDatabase database) {
        return new EntityBook(database);
    }
}
