package com.nowinfinity.xpm.connector.taxnumbers;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.connector.secrets.Resealing;
import com.nowinfinity.xpm.connector.secrets.Seal;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaxNumbersConfiguration {

    @Bean
    TaxFileNumbers taxFileNumbers(MongoDatabase database, Seal seal) {
        return new TaxFileNumbers(database, seal, new SecureRandom());
    }

    @Bean
    Resealing resealingNumbers(TaxFileNumbers numbers) {
        return numbers::reseal;
    }
}
