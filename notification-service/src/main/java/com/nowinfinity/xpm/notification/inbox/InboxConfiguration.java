package com.nowinfinity.xpm.notification.inbox;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    NoticeBook noticeBook(MongoDatabase database) {
        return new NoticeBook(database);
    }

    @Bean
    ReadMarks readMarks(MongoDatabase database, InstantSource clock) {
        return new ReadMarks(database, clock);
    }
}
