package com.nowinfinity.xpm.report.decisions;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DecisionsConfiguration {

    @Bean
    DecisionBook decisionBook(MongoDatabase database) {
        return new DecisionBook(database);
    }

    @Bean
    LookTrail lookTrail(DecisionBook decisions) {
        return new LookTrail(decisions);
    }
}
