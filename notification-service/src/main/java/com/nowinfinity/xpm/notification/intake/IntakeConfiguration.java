package com.nowinfinity.xpm.notification.intake;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ForgottenEvents;
import com.nowinfinity.xpm.events.Topics;
import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.mail.Outbox;
import com.nowinfinity.xpm.notification.progress.ProgressBook;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    EventSubscription intake(
            EventSubscriptions subscriptions,
            NoticeBook notices,
            ProgressBook progress,
            ObjectProvider<Outbox> outbox,
            MongoDatabase database) {
        return subscriptions.subscribe(
                "notification-service",
                List.of(
                        Topics.REPORT_PUBLISHED,
                        Topics.SYNC_FINISHED,
                        Topics.SYNC_PROGRESSED,
                        Topics.CONNECTION_CHANGED),
                new ForgottenEvents(
                        new ForgottenBusinesses(database),
                        new Intake(notices, progress, notice -> outbox.ifAvailable(mail -> mail.plan(notice)))));
    }
}
