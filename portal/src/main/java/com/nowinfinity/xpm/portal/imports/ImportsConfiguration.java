package com.nowinfinity.xpm.portal.imports;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ForgottenEvents;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.sync.LastRuns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {

    @Bean
    ImportStore importStore(MongoDatabase database) {
        return new ImportStore(database.getCollection("clients"));
    }

    @Bean
    ConnectionStore connectionStore(MongoDatabase database) {
        return new ConnectionStore(database.getCollection("connections"));
    }

    @Bean
    FromXpm fromXpm(ImportStore imports, ConnectionStore connections) {
        return new FromXpm(imports, connections);
    }

    @Bean
    EventSubscription portalIntake(
            EventSubscriptions subscriptions,
            ImportStore imports,
            ConnectionStore connections,
            EntityRegister register,
            LastRuns runs,
            MongoDatabase database) {
        return subscriptions.subscribe(
                PortalIntake.GROUP,
                PortalIntake.TOPICS,
                new ForgottenEvents(
                        new ForgottenBusinesses(database, imports, register),
                        new PortalIntake(imports, connections, register, runs)));
    }
}
