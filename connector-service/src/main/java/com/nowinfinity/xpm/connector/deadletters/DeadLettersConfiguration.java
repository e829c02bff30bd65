package com.nowinfinity.xpm.connector.deadletters;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.bus.letters.DeadLetterBox;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadLettersConfiguration {

    @Bean
    DeadLetterDesk deadLetterDesk(DeadLetterBox box, MongoDatabase database, InstantSource clock) {
        return new DeadLetterDesk(box, new Marks(database), clock);
    }
}
