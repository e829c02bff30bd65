package com.nowinfinity.xpm.notification.people;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    AddressBook addressBook(
            MongoDatabase database,
            InstantSource clock,
            @Value("${notification.people-remembered}") Duration remembered) {
        return new AddressBook(database, clock, remembered);
    }

    @Bean
    PeopleRounds peopleRounds(AddressBook addresses) {
        return new PeopleRounds(addresses);
    }

    @Bean
    MailChoices mailChoices(MongoDatabase database) {
        return new MailChoices(database);
    }
}
