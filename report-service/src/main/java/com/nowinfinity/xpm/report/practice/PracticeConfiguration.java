package com.nowinfinity.xpm.report.practice;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PracticeConfiguration {

    @Bean
    PracticeBook practiceBook(MongoDatabase database) {
        return new PracticeBook(database);
    }
}
