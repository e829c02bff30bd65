package com.nowinfinity.xpm.notification.progress;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    @Bean
    ProgressBook progressBook(MongoDatabase database) {
        return new ProgressBook(database);
    }
}
