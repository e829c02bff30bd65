package com.nowinfinity.xpm.report.mirror;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MirrorConfiguration {

    @Bean
    ClientMirror clientMirror(MongoDatabase database) {
        return new ClientMirror(database);
    }
}
