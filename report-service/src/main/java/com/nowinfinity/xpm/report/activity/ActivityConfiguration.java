package com.nowinfinity.xpm.report.activity;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    @Bean
    ActivityBook activityBook(MongoDatabase database) {
        return new ActivityBook(database);
    }
}
