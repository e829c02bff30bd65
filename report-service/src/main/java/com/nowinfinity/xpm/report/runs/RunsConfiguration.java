package com.nowinfinity.xpm.report.runs;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    @Bean
    RunBook runBook(MongoDatabase database) {
        return new RunBook(database);
    }

    @Bean
    ComparisonBook comparisonBook(MongoDatabase database) {
        return new ComparisonBook(database);
    }

    @Bean
    RefreshBook refreshBook(MongoDatabase database) {
        return new RefreshBook(database);
    }

    @Bean
    RunIntake runIntake(RunBook runs, ComparisonBook comparisons, RunWatch watch) {
        return new RunIntake(runs, comparisons, watch);
    }
}
