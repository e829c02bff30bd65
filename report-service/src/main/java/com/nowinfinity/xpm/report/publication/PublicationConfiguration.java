package com.nowinfinity.xpm.report.publication;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.report.decisions.DecisionBook;
import com.nowinfinity.xpm.report.runs.ComparisonBook;
import com.nowinfinity.xpm.report.runs.RunBook;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportProperties.class)
class PublicationConfiguration {

    @Bean
    ReportBook reportBook(MongoDatabase database) {
        return new ReportBook(database);
    }

    @Bean
    LedgerShelf ledgerShelf(ReportBook reports, DecisionBook decisions, InstantSource clock) {
        return new LedgerShelf(reports, decisions, clock);
    }

    @Bean
    ReportMaker reportMaker(
            RunBook runs, ComparisonBook comparisons, ReportBook reports, DecisionBook decisions, InstantSource clock) {
        return new ReportMaker(runs, comparisons, reports, decisions, clock);
    }

    @Bean
    ReportDesk reportDesk(
            ReportMaker maker, ReportBook reports, EventPublisher publisher, ReportProperties properties) {
        return new ReportDesk(maker, reports, publisher, properties.sweepInterval());
    }
}
