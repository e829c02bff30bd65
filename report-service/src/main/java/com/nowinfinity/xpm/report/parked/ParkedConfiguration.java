package com.nowinfinity.xpm.report.parked;

import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ParkedConfiguration {

    @Bean
    ParkedBook parkedBook(MongoDatabase database) {
        return new ParkedBook(database);
    }

    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
