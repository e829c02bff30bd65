package com.nowinfinity.xpm.report.resolutions;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.entities.EntityBook;
import com.nowinfinity.xpm.report.mirror.ClientMirror;
import com.nowinfinity.xpm.report.publication.LedgerShelf;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResolutionsConfiguration {

    @Bean
    AskStore askStore(MongoDatabase database) {
        return new AskStore(database);
    }

    @Bean
    ResolutionStore resolutionStore(MongoDatabase database, AskStore asks) {
        return new ResolutionStore(database, asks);
    }

    @Bean
    Resolutions resolutions(
            ResolutionStore store,
            AskStore asks,
            DecisionBook decisions,
            LedgerShelf ledgers,
            ClientMirror clients,
            EntityBook entities,
            EventPublisher publisher,
            InstantSource clock) {
        return new Resolutions(store, asks, decisions, ledgers, clients, entities, publisher, clock);
    }

    @Bean
    ResolutionTrail resolutionTrail(AskStore asks, DecisionBook decisions) {
        return new ResolutionTrail(asks, decisions);
    }
}
