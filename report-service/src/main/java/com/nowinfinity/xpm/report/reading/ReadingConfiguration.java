package com.nowinfinity.xpm.report.reading;

import com.nowinfinity.xpm.access.ProblemException;
import com.nowinfinity.xpm.access.ProblemSource;
import com.nowinfinity.xpm.access.WrongConfigurationException;
import com.nowinfinity.xpm.bus.BrokerUnavailableException;
import com.nowinfinity.xpm.report.practice.PracticeBook;
import com.nowinfinity.xpm.report.publication.ReportBook;
import com.nowinfinity.xpm.report.runs.RefreshBook;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    ReportFiles reportFiles(ReportBook reports, RefreshBook refreshes, @Value("${java.io.tmpdir}") Path folder) {
        return new ReportFiles(reports, refreshes, folder);
    }

    @Bean
    Editions editions(PracticeBook practices, @Value("${report.time-zone}") String timeZone) {
        return new Editions(practices, zone(timeZone));
    }

    private static ZoneId zone(String timeZone) {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new WrongConfigurationException("report.time-zone must be a time zone, as Australia/Sydney.");
        }
    }

    @Bean
    KnownParameters knownParameters(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new KnownParameters(requestMappingHandlerMapping);
    }

    @Bean
    ProblemSource brokerProblems() {
        return error -> error instanceof BrokerUnavailableException ? brokerUnavailable() : null;
    }

    private static ProblemException brokerUnavailable() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "broker-unavailable",
                        "Temporarily unavailable",
                        "Nothing can be accepted at the moment.")
                .retryAfter(Duration.ofSeconds(5));
    }
}
