package com.nowinfinity.xpm.report.intake;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ForgottenEvents;
import com.nowinfinity.xpm.events.Topics;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    EventSubscription intake(EventSubscriptions subscriptions, List<EventTrail> trails, MongoDatabase database) {
        return subscriptions.subscribe(
                "report-service",
                List.of(
                        Topics.ENTITY_CHANGED,
                        Topics.DOCUMENT_CREATED,
                        Topics.PUSH_REQUESTED,
                        Topics.SYNC_REQUESTED,
                        Topics.ACTION_REQUESTED,
                        Topics.CLIENT_IMPORTED,
                        Topics.ENTITY_COMPARED,
                        Topics.ENTITY_SYNCED,
                        Topics.WORK_PLANNED,
                        Topics.SYNC_FINISHED,
                        Topics.CONNECTION_CHANGED),
                new ForgottenEvents(
                        new ForgottenBusinesses(database), batch -> trails.forEach(trail -> trail.record(batch))));
    }
}
