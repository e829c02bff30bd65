package com.nowinfinity.xpm.connector.told;

import com.nowinfinity.xpm.bus.EventSubscription;
import com.nowinfinity.xpm.bus.EventSubscriptions;
import com.nowinfinity.xpm.bus.ForgottenEvents;
import com.nowinfinity.xpm.connector.connection.ForgottenData;
import com.nowinfinity.xpm.connector.connection.Troubles;
import com.nowinfinity.xpm.connector.documents.DocumentNews;
import com.nowinfinity.xpm.connector.pushes.PushNews;
import com.nowinfinity.xpm.connector.runs.RunNews;
import com.nowinfinity.xpm.connector.usage.UsageBoard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ToldConfiguration {

    private static final String GROUP = "connector-service";

    @Bean
    EventSubscription toldEvents(
            EventSubscriptions subscriptions,
            PushNews pushes,
            DocumentNews documents,
            RunNews runs,
            UsageBoard usage,
            Troubles troubles,
            ForgottenData forgotten) {
        return subscriptions.subscribe(
                GROUP,
                ToldEvents.TOPICS,
                new ForgottenEvents(forgotten, new ToldEvents(pushes, documents, runs, usage, troubles)));
    }
}
