package com.nowinfinity.xpm.portal.demonstration;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.access.OpenPaths;
import com.nowinfinity.xpm.portal.entities.EntityRegister;
import com.nowinfinity.xpm.portal.entities.EntitySeed;
import com.nowinfinity.xpm.portal.frame.BusinessNames;
import com.nowinfinity.xpm.portal.signin.People;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demonstration")
class DemonstrationConfiguration {

    @Bean
    Demonstration demonstration(DemonstrationProperties properties) {
        return DemonstrationFile.read(properties.presentDemonstrationFile());
    }

    @Bean
    OpenPaths demonstrationIsOpen() {
        return OpenPaths.of("/demo/token");
    }

    @Bean
    People people(Demonstration demonstration) {
        return new DemonstrationPeople(demonstration);
    }

    @Bean
    BusinessNames businessNames(Demonstration demonstration) {
        return businessId -> demonstration.businesses().stream()
                .filter(business -> business.businessId().equals(businessId))
                .map(Demonstration.Business::name)
                .findFirst()
                .orElse(businessId);
    }

    @Bean
    FirstLoad firstLoad(
            Demonstration demonstration,
            DemonstrationProperties properties,
            EntitySeed seed,
            EntityRegister register,
            MongoDatabase database,
            InstantSource clock) {
        return new FirstLoad(
                demonstration.businesses().getFirst().businessId(),
                properties.presentSeedFile(),
                seed,
                register,
                database.getCollection("loads"),
                clock);
    }
}
