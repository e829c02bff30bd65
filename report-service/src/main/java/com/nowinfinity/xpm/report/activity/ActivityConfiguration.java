package com.nowinfinity.xpm.report.activity;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    ActivityBook activityBook(MongoDatabase database) {
        return new ActivityBook(database);
    }

    @Bean
    TaskScheduler forgettingActivity(
            ActivityBook activity, InstantSource clock, @Value("${report.activity-kept}") Duration kept) {
        if (!kept.isPositive()) {
            throw new WrongConfigurationException("report.activity-kept must be longer than nothing.");
        }
        SimpleAsyncTaskScheduler rounds = new SimpleAsyncTaskScheduler();
        rounds.setVirtualThreads(true);
        rounds.setThreadNamePrefix("forgetting-activity-");
        var unused = rounds.scheduleWithFixedDelay(
                () -> activity.forget(clock.instant().minus(kept)), EVERY);
        return rounds;
    }
}
