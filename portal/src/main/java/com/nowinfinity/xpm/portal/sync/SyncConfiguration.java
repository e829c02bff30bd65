package com.nowinfinity.xpm.portal.sync;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.portal.services.ServiceCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class SyncConfiguration {

    @Bean
    LastRuns lastRuns(MongoDatabase database) {
        return new LastRuns(database.getCollection("lastRuns"));
    }

    @Bean
    @Profile("demonstration")
    Waits waits(ServiceCalls calls) {
        return new Waits(calls);
    }

    @Bean
    @Profile("demonstration")
    XeroSection xeroSection(ServiceCalls calls, LastRuns runs, Waits waits) {
        return new XeroSection(calls, runs, waits);
    }
}
