package com.nowinfinity.xpm.connector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Connections, tokens, labels and the portal's HTTP API; listens on 8081, management on 9081. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConnectorService {

    public static void main(String[] args) {
        SpringApplication.run(ConnectorService.class, args);
    }
}
