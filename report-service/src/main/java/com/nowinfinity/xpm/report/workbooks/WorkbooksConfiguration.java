package com.nowinfinity.xpm.report.workbooks;

import com.mongodb.client.MongoDatabase;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.resolutions.Resolutions;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkbookProperties.class)
class WorkbooksConfiguration {

    @Bean
    WorkbookStore workbookStore(MongoDatabase database) {
        return new WorkbookStore(database);
    }

    @Bean
    Workbooks workbooks(
            WorkbookStore store,
            ReportBook reports,
            Resolutions resolutions,
            WorkbookProperties properties,
            InstantSource clock,
            Supplier<UUID> ids) {
        return new Workbooks(store, reports, resolutions, properties, clock, ids);
    }
}
