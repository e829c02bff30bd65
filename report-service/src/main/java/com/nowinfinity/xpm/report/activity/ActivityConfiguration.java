package com.nowinfinity.xpm.report.activity;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActivityProperties.class)
class ActivityConfiguration {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    ActivityBook activityBook(MongoDatabase database) {
        return new ActivityBook(database);
    }

    @Bean
    TaskScheduler forgettingActivity(ActivityBook activity, InstantSource clock, ActivityProperties properties) {
        SimpleAsyncTaskScheduler rounds = new SimpleAsyncTaskScheduler();
        rounds.setVirtualThreads(true);
        rounds.setThreadNamePrefix("forgetting-activity-");
        var unused = rounds.scheduleWithFixedDelay(
                () -> activity.forget(clock.instant().minus(properties.activityKept())), EVERY);
        return rounds;
    }
}
