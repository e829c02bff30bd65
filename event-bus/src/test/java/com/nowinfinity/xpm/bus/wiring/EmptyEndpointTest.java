package com.nowinfinity.xpm.bus.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Started as a service is, so that it also shows that Spring Boot knows the class. */
class EmptyEndpointTest {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Test
    void isNone() {
        assertThat(started("--" + ENDPOINT + "=")).isEqualTo("false");
        assertThat(started("--" + ENDPOINT + "= ")).isEqualTo("false");
    }

    @Test
    void leavesEveryOtherAlone() {
        assertThat(started("--" + ENDPOINT + "=http://collector:4318/v1/traces"))
                .isEqualTo("http://collector:4318/v1/traces");
        assertThat(started()).isNull();
    }

    private static @Nullable String started(String... arguments) {
        SpringApplication application = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=error")
                .build();
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return context.getEnvironment().getProperty(ENDPOINT);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
