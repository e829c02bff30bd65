package com.nowinfinity.xpm.connector.documents;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    DocumentStore documentStore(MongoDatabase database) {
        return new DocumentStore(database);
    }

    @Bean
    DocumentNews documentNews(DocumentStore store) {
        return new DocumentNews(store);
    }

    @Bean
    ContentAddress contentAddress(Environment environment) {
        return ContentAddress.under(environment.getProperty("connector.internal-uri"));
    }
}
