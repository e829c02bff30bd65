package com.nowinfinity.xpm.connector.runs;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventPublisher;
import com.nowinfinity.xpm.connector.business.Businesses;
import com.nowinfinity.xpm.connector.store.Chore;
import com.nowinfinity.xpm.connector.store.Soon;
import com.nowinfinity.xpm.connector.store.SweepProperties;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    @Bean
    Runs runs(MongoDatabase database, EventPublisher publisher, Soon soon) {
        return new Runs(database, publisher, soon);
    }

    @Bean
    RunNews runNews(Runs runs, Businesses businesses) {
        return new RunNews(runs, businesses);
    }

    @Bean
    Chore scheduling(
            MongoDatabase database,
            Businesses businesses,
            Runs runs,
            ScheduleProperties schedule,
            InstantSource clock) {
        ScheduledRuns scheduled =
                new ScheduledRuns(businesses, runs, new ScheduleBook(database), clock, schedule.catchUp());
        return new Chore("beginning scheduled runs", schedule.interval(), scheduled::begin);
    }

    @Bean
    Chore forgettingRuns(Runs runs, KeptProperties properties, InstantSource clock) {
        return new Chore(
                "forgetting old runs",
                Duration.ofHours(12),
                () -> runs.forgetEnded(clock.instant().minus(properties.kept())));
    }

    @Bean
    Chore requesting(Runs runs, SweepProperties sweep, InstantSource clock) {
        return new Chore(
                "telling of runs",
                sweep.sweepInterval(),
                () -> runs.announceAll(clock.instant().minus(sweep.sweepInterval())));
    }
}
