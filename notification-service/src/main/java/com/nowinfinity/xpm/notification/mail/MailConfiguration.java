package com.nowinfinity.xpm.notification.mail;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.OpenPaths;
import com.nowinfinity.xpm.notification.inbox.NoticeBook;
import com.nowinfinity.xpm.notification.people.AddressBook;
import com.nowinfinity.xpm.notification.people.MailChoices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** There is mail where there is a provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    Letterhead letterhead(MailProperties properties) {
        return properties.letterhead();
    }

    @Bean
    UnsubscribeLinks unsubscribeLinks(Letterhead letterhead) {
        return new UnsubscribeLinks(letterhead);
    }

    @Bean
    OpenPaths unsubscribing() {
        return OpenPaths.of(UnsubscribeLinks.PATH);
    }

    @Bean
    Outbox outbox(MongoDatabase database, AddressBook addresses, InstantSource clock, MailProperties properties) {
        return new Outbox(database, addresses, clock, properties.maxAge());
    }

    @Bean
    OldMailRounds oldMailRounds(Outbox outbox, MailProperties properties) {
        return new OldMailRounds(outbox, properties.kept());
    }

    @Bean
    PostRounds postRounds(
            Outbox outbox,
            NoticeBook notices,
            AddressBook addresses,
            MailChoices choices,
            Letterhead letterhead,
            UnsubscribeLinks links,
            JavaMailSender provider,
            MailProperties properties,
            MeterRegistry meters) {
        Patience patience = new Patience(properties.attempts(), properties.pause());
        Letters letters = new Letters(letterhead, links);
        return new PostRounds(
                new Postman(outbox, notices, addresses, choices, letters, provider, patience, meters),
                properties.pollInterval());
    }
}
