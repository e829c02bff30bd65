package com.nowinfinity.xpm.connector;

import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The start of the services that own the other topics, as far as topics go. */
@EnableAutoConfiguration
class OtherOwners {

    static void makeTopics(String bootstrapServers, String registryUri, int partitions) {
        for (String owner : List.of("sync-worker", "report-service")) {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(OtherOwners.class)
                    .web(WebApplicationType.NONE)
                    .run(
                            "--event-bus.owner=" + owner,
                            "--event-bus.partitions=" + partitions,
                            "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                            "--schema-registry.uri=" + registryUri,
                            "--management.server.port=-1",
                            "--logging.level.root=error");
            context.close();
        }
    }
}
