package com.nowinfinity.xpm.worker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The sync-worker. Start as many as there is work for: businesses are shared out among them. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SyncWorkerApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SyncWorkerApplication.class, arguments);
    }
}
