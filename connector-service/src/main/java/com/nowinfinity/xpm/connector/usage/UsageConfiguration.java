package com.nowinfinity.xpm.connector.usage;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean
    UsageBoard usageBoard(MongoDatabase database, LimitsProperties limits, InstantSource clock) {
        return new UsageBoard(database, limits, clock);
    }
}
