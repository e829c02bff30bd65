package com.nowinfinity.xpm.notification.live;

import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.inbox.ReadMarks;
import com.nowinfinity.xpm.notification.progress.ProgressBook;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    @Bean
    LiveHub liveHub(
            NoticeBook notices,
            ReadMarks marks,
            ProgressBook progress,
            InstantSource clock,
            LiveProperties properties) {
        return new LiveHub(notices, marks, progress, clock, properties.heartbeat(), properties.streamsPerPerson());
    }

    @Bean
    LiveTurns liveTurns(LiveHub hub, LiveProperties properties) {
        return new LiveTurns(hub, properties.pollInterval());
    }
}
