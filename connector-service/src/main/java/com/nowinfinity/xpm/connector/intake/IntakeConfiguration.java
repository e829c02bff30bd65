package com.nowinfinity.xpm.connector.intake;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.BulkPaths;
import com.nowinfinity.xpm.access.ProblemSource;
import com.nowinfinity.xpm.bus.EventPublisher;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Intake intake(MongoDatabase database, EventPublisher publisher, InstantSource clock) {
        return new Intake(new Requests(database, clock), publisher);
    }

    /** After an import every entity has a change. */
    @Bean
    BulkPaths wholePractice() {
        return BulkPaths.of(
                "/api/businesses/{businessId}/entity-changes",
                "/api/businesses/{businessId}/entities/{entityId}/tax-file-number");
    }

    @Bean
    ProblemSource brokerProblems() {
        return new BrokerProblems();
    }
}
