package com.nowinfinity.xpm.bus.wiring;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes an empty address of the span collector as none: compose and its like pass a variable that nobody set as an empty
 * one, which would otherwise stop the start.
 */
class EmptyEndpoint implements EnvironmentPostProcessor, Ordered {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String endpoint = environment.getProperty(ENDPOINT);
        if (endpoint != null && endpoint.isBlank()) {
            // What Spring Boot's conditions on a property take for "not there".
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("emptyEndpoint", Map.of(ENDPOINT, "false")));
        }
    }

    /** When all configuration is read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
