package com.nowinfinity.xpm.connector.pushes;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.intake.Intake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PushesConfiguration {

    @Bean
    PushStore pushStore(MongoDatabase database) {
        return new PushStore(database);
    }

    @Bean
    OpenPlans openPlans(MongoDatabase database) {
        return new OpenPlans(database);
    }

    @Bean
    Pushes pushes(PushStore store, OpenPlans openPlans, Intake intake, Businesses businesses) {
        return new Pushes(store, openPlans, intake, businesses);
    }

    @Bean
    PushNews pushNews(PushStore store, OpenPlans openPlans) {
        return new PushNews(store, openPlans);
    }
}
