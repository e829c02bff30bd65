package com.nowinfinity.xpm.notification.people;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
class PeopleConfiguration {

    @Bean
    AddressBook addressBook(MongoDatabase database, InstantSource clock, PeopleProperties properties) {
        return new AddressBook(database, clock, properties.peopleRemembered());
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
